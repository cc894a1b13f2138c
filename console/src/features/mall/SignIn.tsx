import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import styles from '../../shared/ui/frame.module.css';
import { duration } from '../../shared/format';
import type { Problem } from '../../shared/http';
import { Icon, Mark } from '../../shared/ui/Icon';
import { sayProblem } from '../../shared/ui/States';
import { useWords } from '../../shared/words';
import { signIn } from './account';
import { LanguageSwitch, ThemeSwitch } from './AccountMenu';
import { SignInArt } from './SignInArt';

export function SignIn({ ended }: { ended: boolean }) {
  const { t, language } = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.name')}`;
  }, [t]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(true);
    if (email.trim() === '' || password === '') return;
    setBusy(true);
    setProblem(null);
    const answer = await signIn(email.trim(), password);
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
  };

  const said = (): string => {
    if (!problem) return '';
    if (problem.kind === 'too-many') return problem.retryAfterS ? t('signIn.tooManyFor', { time: duration(problem.retryAfterS * 1000, language) }) : t('signIn.tooMany');
    if (problem.kind === 'refused' && problem.code === 'BAD_CREDENTIALS') return t('signIn.bad');
    const { what, why } = sayProblem(problem, t);
    return `${what}. ${why}`;
  };

  return (
    <main className={styles['signIn']}>
      <div className={styles['signInForm']}>
        <Mark size={40} />
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.lead')}</p>
        {ended && !problem && (
          <p className={styles['note']} role="status">
            {t('signIn.ended')}
          </p>
        )}
        <form onSubmit={(event) => void submit(event)} noValidate>
          <TextInput
            size="md"
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={missing && email.trim() === '' ? t('signIn.emailMissing') : null}
          />
          <PasswordInput
            size="md"
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={missing && password === '' ? t('signIn.passwordMissing') : null}
          />
          {problem && (
            <p className={styles['problem']} role="alert">
              <Icon name="warn" />
              {said()}
            </p>
          )}
          <Button type="submit" size="md" loading={busy}>
            {t('signIn.submit')}
          </Button>
        </form>
        <div className={styles['signInFoot']}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
      <div className={styles['signInArt']} aria-hidden>
        <SignInArt />
      </div>
    </main>
  );
}
