import { useEffect, useRef, useState } from 'react';
import { useFormat, useMall } from '../../shared/mall';
import type { Remote } from '../../shared/remote';
import { CsvButton } from '../../shared/ui/CsvButton';
import { DataTable, rowsForFile, type Column } from '../../shared/ui/DataTable';
import { Icon } from '../../shared/ui/Icon';
import { Help, Section } from '../../shared/ui/Section';
import { Empty, Lines, Show } from '../../shared/ui/States';
import ui from '../../shared/ui/ui.module.css';
import { sayValue } from '../../shared/values';
import { isWord, useWords } from '../../shared/words';
import { ChanceCell, ChancesLead } from './ChanceCell';
import type { Chances } from './chances';
import type { Session } from './sessions';

/** The latest sessions, newest first. One that has just arrived lights up once. */
export function RecentSessions({ sessions, chances, live }: { sessions: Remote<{ sessions: Session[] }>; chances: Remote<Chances>; live: boolean }) {
  const { t, language } = useWords();
  const mall = useMall();
  const { moment, duration, money, count } = useFormat();
  const rows = sessions.status === 'ready' ? sessions.data.sessions : [];
  const arrived = useArrived(sessions);
  const known = chances.status === 'ready' ? chances.data : null;
  const mark = (yes: boolean) => (
    <>
      <span aria-hidden style={{ color: yes ? 'var(--accent-ink)' : 'var(--ink-3)' }}>{yes ? <Icon name="check" size={16} /> : '·'}</span>
      <span className="unseen">{yes ? t('sessions.yes') : t('sessions.no')}</span>
    </>
  );
  const outcome = ({ arm, reason, trigger, impressed }: Session): string => {
    // What came first counts: after the one reload page a visit goes on, and its later pages say "already seen".
    const key = `reason.${impressed ? 'SHOWN' : (reason ?? (arm === 'held-out' ? 'HELD_OUT' : arm === 'shown' ? 'SHOWN' : ''))}`;
    const said = isWord(key) ? t(key) : reason ?? t('sessions.none');
    return trigger && (arm || impressed) ? `${said} (${sayValue(trigger, t, language)})` : said;
  };
  const columns: Column<Session>[] = [
    { head: t('sessions.startedAt'), cell: (row) => moment(row.startedAt), raw: (row) => String(row.startedAt) },
    { head: t('breakdown.referral'), cell: (row) => <span className={ui['wraps']}>{sayValue(row.referral, t, language)}</span>, raw: (row) => row.referral },
    { head: t('breakdown.device'), minor: true, cell: (row) => sayValue(row.device, t, language), raw: (row) => row.device },
    { head: t('figure.pageViews'), minor: true, number: true, cell: (row) => count(row.pageViews), raw: (row) => row.pageViews },
    { head: t('sessions.dwell'), number: true, cell: (row) => duration(row.visibleMs), raw: (row) => row.visibleMs },
    {
      head: (
        <>
          {t('chances.title')}
          <Help label={t('chances.title')}>{t('chances.what')}</Help>
        </>
      ),
      cell: (row) => <ChanceCell chances={known} session={row.session} />,
    },
    { head: t('sessions.outcome'), cell: outcome, raw: (row) => row.reason },
    { head: t('figure.impressions'), cell: (row) => mark(row.impressed), raw: (row) => Number(row.impressed) },
    { head: t('figure.clicks'), cell: (row) => mark(row.clicked), raw: (row) => Number(row.clicked) },
    { head: t('figure.converted'), cell: (row) => mark(row.converted), raw: (row) => Number(row.converted) },
    { head: t('sessions.orders'), minor: true, number: true, cell: (row) => (row.orders > 0 ? count(row.orders) : <span className={ui['faint']}>·</span>), raw: (row) => row.orders },
    { head: t('sessions.amount'), number: true, cell: (row) => (row.amount !== 0 ? money(row.amount) : <span className={ui['faint']}>·</span>), raw: (row) => row.amount },
    { head: t('sessions.visitor'), minor: true, cell: (row) => <span className={ui['faint']}>{row.visitor}</span>, raw: (row) => row.visitor },
  ];
  const ofFile = (kind: 'exit' | 'order'): Column<Session> => ({ head: t(`chances.${kind}`), cell: () => null, raw: (row) => known?.sessions.find((one) => one.session === row.session)?.[kind].chance ?? null });
  return (
    <Section title={t('sessions.title')} lead={live ? t('state.live') : undefined} tools={<CsvButton name={`reload-${mall.key}-sessions`} rows={() => rowsForFile([...columns, ofFile('exit'), ofFile('order')], rows)} />}>
      <Show remote={sessions} loading={<Lines n={6} />}>
        {() =>
          rows.length === 0 ? (
            <Empty>{t('sessions.empty')}</Empty>
          ) : (
            <>
              <ChancesLead chances={chances} />
              <DataTable label={t('sessions.title')} columns={columns} rows={rows} rowKey={(row) => row.session} arrived={(row) => arrived.has(row.session)} />
            </>
          )
        }
      </Show>
      <span className="unseen" role="status">
        {arrived.size > 0 ? t('sessions.new') : ''}
      </span>
    </Section>
  );
}

/** The sessions that were not there when this list was first seen. */
function useArrived(sessions: Remote<{ sessions: Session[] }>): ReadonlySet<string> {
  const known = useRef<Set<string> | null>(null);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const rows = sessions.status === 'ready' ? sessions.data.sessions : null;
  useEffect(() => {
    if (!rows) return;
    const seen = known.current;
    known.current = new Set([...(seen ?? []), ...rows.map((row) => row.session)]);
    if (!seen) return;
    const fresh = rows.filter((row) => !seen.has(row.session)).map((row) => row.session);
    if (fresh.length > 0) setArrived(new Set(fresh));
  }, [rows]);
  return arrived;
}
