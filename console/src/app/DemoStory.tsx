import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../features/mall/account';
import type { Session } from '../features/session/sessions';
import { useFormat } from '../shared/mall';
import { Icon } from '../shared/ui/Icon';
import { isWord, useWords } from '../shared/words';
import styles from '../shared/ui/frame.module.css';

const HIDDEN = 'reload-story-hidden';

/** How far a newcomer has come, told from the newest session that began after this screen was opened. */
export type Progress = { visit: boolean; arm: 'shown' | 'held-out' | null; notShown: string | null; click: boolean; order: number | null };

export function progressOf(sessions: Session[], since: number): Progress {
  const own = sessions.filter((session) => new Date(session.startedAt).getTime() >= since);
  const best = [...own].sort((a, b) => reached(b) - reached(a))[0];
  if (!best) return { visit: false, arm: null, notShown: null, click: false, order: null };
  const arm = best.arm === 'shown' || best.impressed ? 'shown' : best.arm === 'held-out' || best.reason === 'ALREADY_HELD_OUT' ? 'held-out' : null;
  return { visit: true, arm, notShown: arm === null ? best.reason : null, click: best.clicked, order: best.orders > 0 ? best.amount : null };
}

const reached = (session: Session): number => (session.orders > 0 ? 8 : 0) + (session.clicked ? 4 : 0) + (session.impressed || session.arm === 'shown' ? 2 : 0) + (session.arm ? 1 : 0);

/** Living the product in a minute, and seeing each step arrive. */
export function DemoStory({ demo, sessions }: { demo: NonNullable<Account['demo']>; sessions: Session[] | null }) {
  const { t } = useWords();
  const { money } = useFormat();
  const [hidden, setHidden] = useState(() => sessionStorage.getItem(HIDDEN) === '1');
  const [since] = useState(() => Date.now() - 15 * 60_000);
  const hide = (to: boolean): void => {
    setHidden(to);
    sessionStorage.setItem(HIDDEN, to ? '1' : '0');
  };
  if (hidden) {
    return (
      <Button variant="default" mb={24} onClick={() => hide(false)}>
        {t('story.show')}
      </Button>
    );
  }

  const at = progressOf(sessions ?? [], since);
  const notShown = (reason: string): string => {
    const why = `reason.${reason}.why`;
    return t('story.state.notShown', { why: isWord(why) ? t(why) : reason });
  };
  const open = (url: string, label: string) => (
    <a href={url} target="_blank" rel="noopener">
      {label}
    </a>
  );
  const steps = [
    { text: t('story.1'), done: at.visit, state: at.visit ? t('story.state.visit') : null, more: <Button component="a" href={demo.feedUrl} target="_blank" rel="noopener" mt={8} w="fit-content" rightSection={<Icon name="outside" size={16} />}>{t('story.1.open')}</Button> },
    { text: t('story.2'), done: at.arm !== null, state: at.arm === 'shown' ? t('story.state.shown') : at.arm === 'held-out' ? t('story.state.heldOut') : at.notShown ? notShown(at.notShown) : null, more: <small>{t('story.2.hint')}</small> },
    { text: t('story.3'), done: at.click, state: at.click ? t('story.state.click') : null, more: null },
    { text: t('story.4'), done: at.order !== null, state: at.order === null ? null : at.order > 0 ? t('story.state.order', { amount: money(at.order) }) : t('story.state.orderAlone'), more: null },
  ];
  const next = steps.findIndex((step) => !step.done);
  return (
    <section className={styles['story']} aria-labelledby="story">
      <h2 id="story">{t('story.title')}</h2>
      <p>{t('story.lead')}</p>
      <ActionIcon className={styles['storyClose']} variant="subtle" color="gray" size="lg" aria-label={t('action.hide')} onClick={() => hide(true)}>
        <Icon name="close" />
      </ActionIcon>
      <ol className={styles['steps']}>
        {steps.map(({ text, done, state, more }, i) => (
          <li key={text}>
            <span className={`${styles['stepNumber']} ${done ? styles['stepDone'] : ''}`} aria-hidden>
              {done ? <Icon name="check" size={16} /> : i + 1}
            </span>
            <div>
              <p>{text}</p>
              {more}
              <p className={styles['stepState']} data-done={done || undefined} role="status">
                {state ?? (i === next && at.visit ? t('story.waiting') : '')}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <div className={styles['storyFoot']}>
        <span>{t('story.again')}</span>
        {open(demo.mallUrl, t('story.mall.open'))}
        <span className={styles['storySearch']}>
          {t('story.search')}: {open(demo.searchUrl, t('story.search.open'))}
        </span>
      </div>
    </section>
  );
}
