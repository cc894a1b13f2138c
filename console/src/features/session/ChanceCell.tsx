import { useFormat } from '../../shared/mall';
import type { Remote } from '../../shared/remote';
import { Help } from '../../shared/ui/Section';
import { sayProblem } from '../../shared/ui/States';
import ui from '../../shared/ui/ui.module.css';
import { isWord, useWords } from '../../shared/words';
import { basisWord, themesOf, type Basis, type Chance, type Chances } from './chances';

/** One visit's chance, against the mall's average, and what moved it. */
export function ChanceCell({ label, chance, basis }: { label: string; chance: Chance | undefined; basis: Basis | undefined }) {
  const { t } = useWords();
  const { percent } = useFormat();
  if (!chance || !basis) return <span className={ui['faint']}>·</span>;
  if (basis.from === 'PRIOR') return <span className={ui['faint']}>{percent(chance.chance, 0)}</span>;
  const named = (moved: (logOdds: number) => boolean): string =>
    themesOf(chance)
      .filter(({ logOdds }) => moved(logOdds))
      .map(({ theme }) => (isWord(`signal.${theme}`) ? t(`signal.${theme}` as 'signal.page') : theme))
      .join(', ');
  const raised = named((logOdds) => logOdds > 0);
  const lowered = named((logOdds) => logOdds < 0);
  const why = [t('chances.average', { average: percent(basis.average, 0) }), raised && t('chances.raised', { signals: raised }), lowered && t('chances.lowered', { signals: lowered })].filter(Boolean).join(' ');
  return (
    <>
      {percent(chance.chance, 0)}
      <Help label={label}>{why}</Help>
    </>
  );
}

/** What the chances rest on, in a sentence each; or why there are none. */
export function ChancesLead({ chances }: { chances: Remote<Chances> }) {
  const { t } = useWords();
  if (chances.status === 'loading') return null;
  if (chances.status === 'failed') {
    const { what } = sayProblem(chances.problem, t);
    return (
      <p className={ui['sectionLead']} role="status">
        {t('chances.failed', { what })}
      </p>
    );
  }
  const { exit, order } = chances.data;
  return (
    <p className={ui['sectionLead']}>
      <BasisLine name={t('chances.exit')} basis={exit} /> <BasisLine name={t('chances.order')} basis={order} />
    </p>
  );
}

function BasisLine({ name, basis }: { name: string; basis: Basis }) {
  const { t } = useWords();
  const { count, percent } = useFormat();
  const doubt = basis.from === 'OWN' && (basis.drifted ? t('chances.drifted') : basis.calibrated === false ? t('chances.uncalibrated') : '');
  return (
    <>
      {t(`chances.${basisWord(basis)}`, { name, visits: count(basis.visits), average: percent(basis.average, 0) })} {doubt}
    </>
  );
}
