import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat, useMall } from '../../shared/mall';
import { Code } from '../../shared/ui/Code';
import { Section } from '../../shared/ui/Section';
import { sayProblem } from '../../shared/ui/States';
import { useWords } from '../../shared/words';
import styles from './collect.module.css';
import { makePreview, type Preview } from './preview';

/** Opens a page of the mall with the overlay on it: the plan, each rule with its verdict, and each trigger to be looked at. */
export function SeeIt({ origins }: { origins: string[] }) {
  const { t } = useWords();
  const mall = useMall();
  const { moment } = useFormat();
  const [url, setUrl] = useState(`${origins[0] ?? ''}/`);
  const [made, setMade] = useState<Preview | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const make = async (): Promise<void> => {
    setBusy(true);
    const answer = await makePreview(mall.key, url.trim());
    setBusy(false);
    if (answer.ok) {
      setWrong(null);
      setMade(answer.data);
    } else {
      setMade(null);
      const { what, why } = sayProblem(answer.problem, t);
      setWrong(answer.problem.kind === 'refused' && answer.problem.field === 'url' ? t('install.see.wrong') : `${what}. ${why}`);
    }
  };
  return (
    <Section title={t('install.see')} lead={t('install.see.what')}>
      <form
        className={styles['see']}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextInput
          type="url"
          aria-label={t('install.see.page')}
          value={url}
          error={wrong}
          spellCheck={false}
          onChange={(event) => {
            setUrl(event.currentTarget.value);
            setWrong(null);
            setMade(null);
          }}
        />
        <Button type="submit" variant="default" loading={busy} disabled={url.trim() === ''}>
          {t('install.see.make')}
        </Button>
      </form>
      {made !== null && (
        <div className={styles['made']} role="status">
          <Button component="a" href={made.url} target="_blank" rel="noopener" w="fit-content">
            {t('install.see.open')}
          </Button>
          <p className={styles['key']}>{t('install.see.until', { at: moment(new Date(made.until).getTime()) })}</p>
          <Code text={made.url} label={t('install.see')} copied={t('install.see.copied')} />
        </div>
      )}
    </Section>
  );
}
