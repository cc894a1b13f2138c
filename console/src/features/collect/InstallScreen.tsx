import { Button, Skeleton, Textarea } from '@mantine/core';
import { useState } from 'react';
import frame from '../../shared/ui/frame.module.css';
import { mayChange, useFormat, useMall } from '../../shared/mall';
import { readOrigins } from '../../shared/origins';
import { go, pathTo } from '../../shared/route';
import { Code } from '../../shared/ui/Code';
import { Icon } from '../../shared/ui/Icon';
import { Section } from '../../shared/ui/Section';
import { Lines, sayProblem, Show } from '../../shared/ui/States';
import { toast } from '../../shared/ui/toast';
import { useWords } from '../../shared/words';
import styles from './collect.module.css';
import { useInstall, type Install } from './install';
import { saveOrigins } from './origins';
import { SeeIt } from './SeeIt';

const DAY_MS = 86_400_000;

export function InstallScreen() {
  const { t } = useWords();
  const mall = useMall();
  const install = useInstall(mall.key, 5_000);
  return (
    <>
      <div className={frame['top']}>
        <div>
          <h1>{t('nav.install')}</h1>
          <p>{t('install.lead')}</p>
        </div>
      </div>
      <Show remote={install} loading={<Waiting />}>
        {(ready) => <Ready install={ready} now={install.status === 'ready' ? install.at : 0} />}
      </Show>
    </>
  );
}

function Waiting() {
  return (
    <div style={{ display: 'grid', gap: 32 }}>
      <Skeleton height={56} />
      <Skeleton height={104} />
      <Lines n={4} />
    </div>
  );
}

function Ready({ install, now }: { install: Install; now: number }) {
  const { t } = useWords();
  const mall = useMall();
  const { ago, moment } = useFormat();
  const last = install.lastEventAt === null ? null : new Date(install.lastEventAt).getTime();
  const state = last === null ? 'never' : now - last > DAY_MS ? 'quiet' : 'ok';
  return (
    <>
      <div className={styles['status']} data-state={state} role="status">
        <span className={styles['lamp']} aria-hidden>
          <Icon name={state === 'ok' ? 'check' : state === 'quiet' ? 'warn' : 'info'} />
        </span>
        <div>
          <b>{t(`install.status.${state}`)}</b>
          <p>{last === null ? t('install.status.never.why') : t('install.status.last', { ago: ago(now - last), at: moment(last) })}</p>
          {state === 'quiet' && <p>{t('install.status.quiet.why')}</p>}
        </div>
        {state === 'ok' && (
          <Button variant="default" onClick={() => go(pathTo(mall.key, 'page'))}>
            {t('install.next.page')}
          </Button>
        )}
      </div>
      <Section title={t('install.snippet')} lead={t('install.snippet.what')}>
        <Code text={install.snippet} label={t('install.snippet')} copied={t('install.snippet.copied')} />
        <p className={styles['key']}>
          {t('install.siteKey')} <code>{install.siteKey}</code>
        </p>
      </Section>
      <SeeIt key={install.origins[0] ?? ''} origins={install.origins} />
      <OriginsForm key={install.origins.join()} origins={install.origins} />
      <Section title={t('install.pinned')} lead={t('install.pinned.what')}>
        <Code text={install.pinned} label={t('install.pinned')} copied={t('install.snippet.copied')} />
      </Section>
      <Section title={t('install.csp')} lead={t('install.csp.what')}>
        <Code text={cspLines(install.snippet, location.origin)} label={t('install.csp')} copied={t('install.csp.copied')} />
      </Section>
    </>
  );
}

/** What a content security policy must allow: the script, and what it asks and reports. Styles and frames need nothing. */
export function cspLines(snippet: string, here: string): string {
  const address = /\bsrc=["']([^"']+)["']/.exec(snippet)?.[1] ?? here;
  const origin = URL.canParse(address, here) ? new URL(address, here).origin : here;
  return `script-src ${origin};\nconnect-src ${origin};`;
}

function OriginsForm({ origins }: { origins: string[] }) {
  const { t } = useWords();
  const mall = useMall();
  const [text, setText] = useState(origins.join('\n'));
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const may = mayChange(mall);

  const save = async (): Promise<void> => {
    const read = readOrigins(text);
    if (!read.ok) return setWrong(read.wrong === null ? t('install.origins.none') : t('install.origins.wrong', { value: read.wrong }));
    setBusy(true);
    const answer = await saveOrigins(mall.key, read.origins);
    setBusy(false);
    if (answer.ok) {
      setWrong(null);
      setText(read.origins.join('\n'));
      toast(t('install.origins.saved'));
    } else {
      const { what, why } = sayProblem(answer.problem, t);
      setWrong(`${what}. ${why}`);
    }
  };
  return (
    <Section title={t('install.origins')} lead={t('install.origins.what')}>
      <form
        className={styles['origins']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Textarea aria-label={t('install.origins')} autosize minRows={2} maxRows={10} value={text} readOnly={!may} error={wrong} spellCheck={false} onChange={(event) => { setText(event.currentTarget.value); setWrong(null); }} />
        {may ? (
          <Button type="submit" variant="default" loading={busy} disabled={text.trim() === origins.join('\n')} w="fit-content">
            {t('install.origins.save')}
          </Button>
        ) : (
          <p className={styles['key']}>{t('install.origins.who')}</p>
        )}
      </form>
    </Section>
  );
}
