import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import { mayChange, useFormat, useMall } from '../../shared/mall';
import { go, pathTo } from '../../shared/route';
import { CsvButton } from '../../shared/ui/CsvButton';
import { DataTable, rowsForFile, type Column } from '../../shared/ui/DataTable';
import frame from '../../shared/ui/frame.module.css';
import { Icon } from '../../shared/ui/Icon';
import { Help, Section } from '../../shared/ui/Section';
import { Lines, Show } from '../../shared/ui/States';
import { useWords } from '../../shared/words';
import { HistorySection } from './HistorySection';
import styles from './learn.module.css';
import { useModels, type Models } from './models';
import { useVariantName } from './names';
import { endOf, Rate } from './Rate';
import { useResults, type Came, type Results } from './results';
import { holds, NOTHING, pagesIn, verdictOf } from './verdict';

/** Which page keeps shoppers, and what was learnt from it. */
export function CompareScreen() {
  const { t } = useWords();
  const mall = useMall();
  const results = useResults(mall.key);
  const models = useModels(mall.key);
  const retry = (): void => {
    if (results.status !== 'loading') results.retry();
    if (models.status !== 'loading') models.retry();
  };
  return (
    <>
      <div className={frame['top']}>
        <div>
          <h1>{t('compare.title')}</h1>
          <p>{t('compare.lead')}</p>
        </div>
        <div className={frame['topTools']}>
          <Tooltip label={t('state.refresh')}>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('state.refresh')} onClick={retry}>
              <Icon name="refresh" />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <Show remote={results} loading={<Waiting />}>
        {(found) => (
          <>
            <VerdictSection results={found} />
            <PagesSection results={found} models={models.status === 'ready' ? models.data : null} />
            <Show remote={models} loading={<Lines n={4} />}>
              {(known) => (
                <>
                  <HistorySection kind="variants" history={known.variants} used={found.shares === 'learnt'} pages={namesOf(found)} onRestored={retry} />
                  <HistorySection kind="uplift" history={known.uplift} used={found.whom === 'uplift'} pages={[]} onRestored={retry} />
                </>
              )}
            </Show>
          </>
        )}
      </Show>
    </>
  );
}

const namesOf = (results: Results): string[] => [...pagesIn(results).map(({ variant }) => variant), NOTHING];

function Waiting() {
  return (
    <>
      <Skeleton height={40} width={320} />
      <Skeleton height={16} width={280} mt={14} mb={48} />
      <Lines n={5} height={20} gap={20} />
    </>
  );
}

function VerdictSection({ results }: { results: Results }) {
  const { t } = useWords();
  const mall = useMall();
  const { count, moment } = useFormat();
  const name = useVariantName();
  const verdict = verdictOf(results);
  const said = verdict.kind === 'empty' ? t('compare.few') : verdict.kind === 'best' ? t('compare.best', { page: name(verdict.page) }) : t(`compare.${verdict.kind}`);
  const leans = verdict.kind === 'even' && results.shares === 'learnt';
  const why = verdict.kind === 'empty' ? t('compare.empty') : leans ? t('compare.even.learnt') : t(`compare.${verdict.kind}.why`);
  return (
    <section className={styles['verdict']} aria-labelledby="verdict">
      <h2 id="verdict">{t('compare.verdict')}</h2>
      <p className={styles['what']}>{t('compare.verdict.what')}</p>
      <p className={styles['big']} data-sure={verdict.kind === 'best' || undefined}>{said}</p>
      <p className={styles['why']}>{why}</p>
      {verdict.kind === 'one' && mayChange(mall) && (
        <Button variant="default" mt={12} onClick={() => go(pathTo(mall.key, 'page'))}>
          {t('compare.one.do')}
        </Button>
      )}
      {results.since !== null && <p className={styles['since']}>{t('compare.since', { at: moment(results.since), count: count(results.rounds) })}</p>}
    </section>
  );
}

function PagesSection({ results, models }: { results: Results; models: Models | null }) {
  const { t } = useWords();
  const mall = useMall();
  const { count, percent, language } = useFormat();
  const name = useVariantName();
  const believed = holds(results);
  const rewardEnd = endOf(results.variants.map(({ reward }) => reward));
  const orderEnd = endOf(results.variants.map(({ orders }) => orders));
  const atWork = models?.variants.tried.find((one) => one.atWork);
  const isGuarded = ({ variant }: Came): boolean => results.shares === 'learnt' && atWork?.metrics[`guarded.${variant}`] === 1;
  const rate = (of: Came['reward'], most: number, row: Came) => (row.variant === NOTHING ? <small className={styles['faint']}>{t('compare.nothing.what')}</small> : believed ? <Rate of={of} most={most} /> : '—');
  const helped = (label: string, help: string) => (
    <>
      {label}
      <Help label={label}>{help}</Help>
    </>
  );
  const columns: Column<Came>[] = [
    {
      head: t('compare.page'),
      name: t('compare.page'),
      cell: (row) => (
        <>
          {name(row.variant)}
          {isGuarded(row) && <small className={styles['guarded']}>{t('compare.guarded')}</small>}
        </>
      ),
      raw: (row) => row.variant,
    },
    { head: helped(t('compare.share'), results.whom === 'everybody' ? t('compare.share.what') : t('compare.share.shown')), name: t('compare.share'), number: true, cell: (row) => percent(row.share, 0), raw: (row) => row.share },
    { head: t('compare.rounds'), number: true, minor: true, cell: (row) => count(row.rounds), raw: (row) => row.rounds },
    { head: helped(t('compare.reward'), t('compare.reward.what')), name: t('compare.reward'), cell: (row) => rate(row.reward, rewardEnd, row), raw: (row) => (believed && row.reward?.snips.value) || null },
    { head: helped(t('compare.orders'), t('compare.orders.what')), name: t('compare.orders'), cell: (row) => rate(row.orders, orderEnd, row), raw: (row) => (believed && row.orders?.snips.value) || null },
  ];
  const check = results.weights;
  const digits = (n: number): string => n.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace('-', '\u2212');
  return (
    <Section title={t('compare.pages')} tools={<CsvButton name={`reload-${mall.key}-pages`} rows={() => rowsForFile(columns, results.variants)} />}>
      <DataTable label={t('compare.pages')} columns={columns} rows={results.variants} rowKey={(row) => row.variant} />
      {check && (
        <ul className={styles['notes']}>
          <li>
            <Icon name={believed ? 'check' : 'warn'} size={16} />
            {believed ? t('compare.check', { mean: digits(check.mean), z: digits(check.z) }) : t('compare.check.bad', { mean: digits(check.mean), z: digits(check.z) })}
          </li>
          <li>
            <Icon name="info" size={16} />
            {t('compare.look')}
          </li>
        </ul>
      )}
    </Section>
  );
}
