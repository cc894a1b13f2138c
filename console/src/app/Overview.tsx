import { ActionIcon, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSettings } from '../features/decide/settings';
import type { Account } from '../features/mall/account';
import { BreakdownSection, ReferralSection } from '../features/measure/Breakdown';
import { DaySection } from '../features/measure/DaySection';
import { useDays } from '../features/measure/days';
import { FigureFlow } from '../features/measure/FigureFlow';
import { Headline } from '../features/measure/Headline';
import { PeriodPicker } from '../features/measure/PeriodPicker';
import { ReasonSection } from '../features/measure/ReasonSection';
import { useReport } from '../features/measure/report';
import { RecentSessions } from '../features/session/RecentSessions';
import { useChances } from '../features/session/chances';
import { useSessions } from '../features/session/sessions';
import { dayOf } from '../shared/format';
import { useFormat, useMall } from '../shared/mall';
import { choiceOf, queryOf, resolve } from '../shared/period';
import { go, pathTo } from '../shared/route';
import { Icon } from '../shared/ui/Icon';
import { Failed } from '../shared/ui/States';
import ui from '../shared/ui/ui.module.css';
import { useWords } from '../shared/words';
import styles from '../shared/ui/frame.module.css';
import { DemoStory } from './DemoStory';

/** While the demo mall is open a newcomer waits for one visit: ask often. Elsewhere a minute is soon enough. */
const LIVE_MS = 4_000;
const CALM_MS = 60_000;

export function Overview({ demo, query }: { demo: Account['demo']; query: URLSearchParams }) {
  const { t } = useWords();
  const mall = useMall();
  const { span, moment } = useFormat();
  const choice = choiceOf(query);
  const today = dayOf(useNow(), mall.zone);
  const period = resolve(choice, Date.parse(`${today}T12:00:00Z`), 'UTC');
  const everyMs = demo ? LIVE_MS : CALM_MS;

  const report = useReport(mall.key, period, everyMs);
  const days = useDays(mall.key, period, everyMs);
  const sessions = useSessions(mall.key, 20, everyMs);
  const chances = useChances(mall.key, 20, everyMs);
  const settings = useSettings(mall.key);
  const annotations = settings.status === 'ready' ? settings.data.versions.map(({ version, at }) => ({ day: dayOf(at, mall.zone), text: t('chart.published', { version }) })) : [];
  const behind = report.status === 'ready' && report.behind;

  return (
    <>
      <div className={styles['top']}>
        <div>
          <h1>{t('nav.overview')}</h1>
          <p>
            {span(period.from, period.to)}
            {report.status === 'ready' && !behind && <> · {t('state.asOf', { time: moment(report.data.asOf) })}</>}
          </p>
        </div>
        <div className={styles['topTools']}>
          <PeriodPicker choice={choice} period={period} today={today} onChoose={(chosen) => go(pathTo(mall.key, 'overview', queryOf(chosen)))} />
          {report.status !== 'loading' && (
            <Tooltip label={t('state.refresh')}>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('state.refresh')} onClick={report.retry}>
                <Icon name="refresh" />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      </div>
      {behind && report.status === 'ready' && (
        <p className={ui['behind']} role="status">
          <Icon name="warn" size={16} />
          {t('problem.behind', { time: moment(report.at) })}
        </p>
      )}
      {demo && <DemoStory demo={demo} sessions={sessions.status === 'ready' ? sessions.data.sessions : null} />}
      {report.status === 'failed' ? (
        <Failed problem={report.problem} retry={report.retry} />
      ) : (
        <>
          <Headline report={report} />
          <FigureFlow report={report} />
          <DaySection days={days} period={period} annotations={annotations} everyMs={everyMs} />
          {demo && <RecentSessions sessions={sessions} chances={chances} live />}
          <ReferralSection period={period} everyMs={everyMs} />
          <BreakdownSection period={period} everyMs={everyMs} />
          <ReasonSection period={period} everyMs={everyMs} />
          {!demo && <RecentSessions sessions={sessions} chances={chances} live={false} />}
        </>
      )}
    </>
  );
}

/** The time, read again every minute: a day may begin while the screen is open. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
