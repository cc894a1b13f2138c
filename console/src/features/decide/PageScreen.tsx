import { Button, Modal, Skeleton } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../shared/http';
import { mayChange, useMall } from '../../shared/mall';
import { forget } from '../../shared/remote';
import frame from '../../shared/ui/frame.module.css';
import { Icon } from '../../shared/ui/Icon';
import { Lines, sayProblem, Show } from '../../shared/ui/States';
import { toast } from '../../shared/ui/toast';
import { useWords } from '../../shared/words';
import { ChoosingSection } from './ChoosingSection';
import styles from './decide.module.css';
import { discardDraft, saveDraft } from './draft';
import { WithinForm, type Form } from './fields';
import { pageAt, pagesOf, showing } from './pages';
import { PageSection } from './PageSection';
import { Preview } from './preview/Preview';
import { publish } from './publish';
import { PublishDialog } from './PublishDialog';
import { rollBack } from './rollBack';
import { LiveSection, LookSection, PrivacySection, RuleSection, TriggerSection, WhereSection, WordSection } from './sections';
import { loadSettings, useSettings, type Settings, type SettingsState } from './settings';
import { validate } from './validate';
import { VersionsDialog } from './VersionsDialog';

/** Edits by mall, kept while the app is open: leaving the screen loses nothing. */
const kept = new Map<string, Settings>();

export function PageScreen() {
  const mall = useMall();
  const settings = useSettings(mall.key);
  return (
    <Show remote={settings} loading={<Waiting />}>
      {(ready) => <Editor key={mall.key} initial={ready} />}
    </Show>
  );
}

function Waiting() {
  return (
    <div className={styles['both']}>
      <div>
        <Skeleton height={28} width={180} mb={40} />
        <Lines n={9} height={20} gap={28} />
      </div>
      <div className={styles['side']}>
        <Skeleton height={620} radius={32} />
      </div>
    </div>
  );
}

/** Leads to the first field that is wrong. */
function focusWrong(): void {
  document.querySelector<HTMLElement>('#page-form [aria-invalid="true"], #page-form [data-wrong]')?.focus();
}

function Editor({ initial }: { initial: SettingsState }) {
  const { t, language: spoken } = useWords();
  const mall = useMall();
  const [server, setServer] = useState(initial);
  const base = server.draft?.settings ?? server.published.settings;
  const [settings, setSettings] = useState<Settings>(() => kept.get(mall.key) ?? base);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState<'publish' | 'versions' | 'preview' | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [language, setLanguage] = useState<'ko' | 'en'>(spoken);
  const [generation, setGeneration] = useState(0);
  const [looked, setLooked] = useState(0);
  const page = Math.min(looked, pagesOf(settings).length - 1);
  const readOnly = !mayChange(mall);
  const wrongs = useMemo(() => validate(settings), [settings]);
  const unsaved = useMemo(() => JSON.stringify(settings) !== JSON.stringify(base), [settings, base]);
  const state = unsaved ? 'unsaved' : server.draft ? 'draft' : 'published';

  useEffect(() => {
    if (!unsaved) {
      kept.delete(mall.key);
      return;
    }
    kept.set(mall.key, settings);
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved, settings, mall.key]);

  const form: Form = {
    settings,
    wrongs,
    refused,
    readOnly,
    edit: (change) => {
      setRefused({});
      setSettings((now) => {
        const copy = structuredClone(now);
        change(copy);
        return copy;
      });
    },
  };

  /** Does one thing on the server, then takes what is there now. Says what went wrong beside the field where the server names one. */
  const act = async (what: string, call: () => Promise<Answer<unknown>>, done: (answer: unknown) => string, keepEdits = false): Promise<boolean> => {
    setBusy(what);
    const answer = await call();
    if (!answer.ok) {
      setBusy(null);
      const { problem } = answer;
      if (problem.kind === 'refused' && problem.field) {
        setLooked(pageAt(problem.field) ?? page);
        setRefused({ [problem.field]: problem.detail ? t('wrong.notAllowed', { what: problem.detail }) : t('wrong.server', { message: problem.message || problem.code }) });
        requestAnimationFrame(focusWrong);
      }
      const said = sayProblem(problem, t);
      toast(`${said.what}. ${said.why}`, { bad: true });
      return false;
    }
    forget(`settings/${mall.key}`);
    const fresh = await loadSettings(mall.key, new AbortController().signal);
    setBusy(null);
    if (fresh.ok) {
      setServer(fresh.data);
      if (!keepEdits) {
        setSettings(fresh.data.draft?.settings ?? fresh.data.published.settings);
        setGeneration((n) => n + 1);
      }
    }
    toast(done(answer.data));
    return true;
  };

  const sound = (): boolean => {
    const n = Object.keys(wrongs).length;
    if (n === 0) return true;
    toast(t('page.fixFirst', { n }), { bad: true });
    if (Object.keys(wrongs).every((path) => path.startsWith(`page.words.${language === 'ko' ? 'en' : 'ko'}`))) setLanguage(language === 'ko' ? 'en' : 'ko');
    setLooked(pageAt(Object.keys(wrongs).find((path) => pageAt(path) !== null) ?? '') ?? page);
    requestAnimationFrame(focusWrong);
    return false;
  };
  const save = (): Promise<boolean> => act('save', () => saveDraft(mall.key, settings), () => t('page.saved'));
  const askToPublish = async (): Promise<void> => {
    if (sound() && (!unsaved || (await save()))) setAsked('publish');
  };
  const publishNow = async (): Promise<void> => {
    const done = await act('publish', () => publish(mall.key), (answer) => t('page.published', { version: (answer as { version: number }).version }));
    if (done) setAsked(null);
  };
  const rollBackTo = async (version: number): Promise<void> => {
    const done = await act('roll-back', () => rollBack(mall.key, version), (answer) => t('page.rolledBack', { from: version, version: (answer as { version: number }).version }), unsaved);
    if (done) setAsked(null);
  };
  const undo = (): void => {
    setRefused({});
    setSettings(base);
    setGeneration((n) => n + 1);
  };

  const preview = <Preview settings={showing(settings, page)} page={page === 0 ? null : (pagesOf(settings)[page]?.name ?? null)} language={language} onLanguage={setLanguage} />;
  return (
    <WithinForm form={form}>
      <div className={frame['top']} style={{ marginBottom: 0 }}>
        <div>
          <h1>{t('nav.page')}</h1>
          <p>{t('page.lead')}</p>
        </div>
      </div>
      <div className={styles['bar']} data-state={state}>
        <div className={styles['state']} data-state={state} role="status">
          <i aria-hidden />
          {state === 'published' ? t('page.state.published', { version: server.published.version }) : t(`page.state.${state}`)}
        </div>
        <div className={styles['actions']}>
          <div className={styles['looking']}>
            <Button variant="subtle" color="gray" className={styles['openPreview'] ?? ''} leftSection={<Icon name="phone" size={16} />} onClick={() => setAsked('preview')}>
              {t('preview.title')}
            </Button>
            <Button variant="subtle" color="gray" leftSection={<Icon name="history" size={16} />} onClick={() => setAsked('versions')}>
              {t('page.versions')}
            </Button>
          </div>
          {!readOnly && (
            <div className={styles['doing']}>
              {unsaved ? (
                <Button variant="subtle" color="gray" onClick={undo}>
                  {t('page.undo')}
                </Button>
              ) : (
                server.draft && (
                  <Button variant="subtle" color="gray" loading={busy === 'discard'} onClick={() => void act('discard', () => discardDraft(mall.key), () => t('page.discarded'))}>
                    {t('page.discard')}
                  </Button>
                )
              )}
              <Button variant="default" disabled={!unsaved} loading={busy === 'save'} onClick={() => sound() && void save()}>
                {t('page.save')}
              </Button>
              <Button disabled={!unsaved && !server.draft} loading={busy === 'publish'} onClick={() => void askToPublish()}>
                {t('page.publish')}
              </Button>
            </div>
          )}
        </div>
      </div>
      {readOnly && (
        <p className={styles['note']}>
          <Icon name="lock" size={16} />
          {t('page.readOnly')}
        </p>
      )}
      <div className={styles['both']}>
        <div id="page-form" key={generation}>
          <LiveSection />
          <PageSection page={page} onPage={setLooked} />
          <WordSection language={language} onLanguage={setLanguage} />
          <LookSection />
          <TriggerSection />
          <RuleSection />
          <ChoosingSection />
          <WhereSection />
          <PrivacySection />
        </div>
        <aside className={styles['side']}>{asked !== 'preview' && preview}</aside>
      </div>
      {asked === 'publish' && <PublishDialog from={server.published.settings} to={settings} busy={busy === 'publish'} onClose={() => setAsked(null)} onPublish={() => void publishNow()} />}
      {asked === 'versions' && <VersionsDialog server={server} readOnly={readOnly} busy={busy === 'roll-back'} onClose={() => setAsked(null)} onRollBack={(version) => void rollBackTo(version)} />}
      {asked === 'preview' && (
        <Modal opened onClose={() => setAsked(null)} size="auto" closeButtonProps={{ 'aria-label': t('action.close') }}>
          {preview}
        </Modal>
      )}
    </WithinForm>
  );
}
