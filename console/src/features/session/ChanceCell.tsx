import { useFormat } from '../../shared/mall';
import type { Remote } from '../../shared/remote';
import { Help } from '../../shared/ui/Section';
import { sayProblem } from '../../shared/ui/States';
import ui from '../../shared/ui/ui.module.css';
import { isWord, useWords, type Say } from '../../shared/words';
import { basisWord, themesOf, type Basis, type Chance, type Chances } from './chances';

const KINDS = ['exit', 'order'] as const;

/** One visit's chances, and what moved each away from the mall's average. */
export function ChanceCell({ chances, session }: { chances: Chances | null; session: string }) {
  const { t } = useWords();
  const { percent } = useFormat();
  const row = chances?.sessions.find((one) => one.session === session);
  if (!chances || !row) return <span className={ui['faint']}>·</span>;
  const moved = KINDS.filter((kind) => chances[kind].from !== 'PRIOR');
  const why = moved.map((kind) => `${t('chances.average', { name: t(`chances.${kind}`), average: percent(chances[kind].average, 0) })} ${sayWhy(row[kind], row.views, t)}`.trim());
  return (
    <div className={ui['chances']}>
      <span>
        {KINDS.map((kind) => (
          <span key={kind} className={chances[kind].from === 'PRIOR' ? ui['faint'] : undefined}>
            {t(`chances.${kind}.short`, { chance: percent(row[kind].chance, 0) })}
          </span>
        ))}
      </span>
      {why.length > 0 && <Help label={t('chances.why')}>{why.join(' ')}</Help>}
    </div>
  );
}

function sayWhy(chance: Chance, views: number, t: Say): string {
  const named = (moves: (logOdds: number) => boolean): string =>
    themesOf(chance, views)
      .filter(({ logOdds }) => moves(logOdds))
      .map(({ theme }) => {
        const word = `signal.${theme}`;
        return isWord(word) ? t(word) : theme;
      })
      .join(', ');
  const raised = named((logOdds) => logOdds > 0);
  const lowered = named((logOdds) => logOdds < 0);
  return [raised && t('chances.raised', { signals: raised }), lowered && t('chances.lowered', { signals: lowered })].filter(Boolean).join(' ');
}

/** What the chances rest on; or why there are none. */
export function ChancesLead({ chances }: { chances: Remote<Chances> }) {
  const { t } = useWords();
  const { count } = useFormat();
  if (chances.status === 'loading') return null;
  if (chances.status === 'failed') return <p className={ui['tableLead']} role="status">{t('chances.failed', { what: sayProblem(chances.problem, t).what })}</p>;
  const { exit, order } = chances.data;
  const say = (name: string, basis: Basis): string => {
    const doubt = basis.from !== 'OWN' ? '' : basis.drifted ? t('chances.drifted') : basis.calibrated === false ? t('chances.uncalibrated') : '';
    return `${t(`chances.${basisWord(basis)}`, { name, visits: count(basis.visits) })} ${doubt}`.trim();
  };
  const together = say(t('chances.both'), exit);
  return <p className={ui['tableLead']}>{together === say(t('chances.both'), order) ? together : `${say(t('chances.exit'), exit)} ${say(t('chances.order'), order)}`}</p>;
}
