import { Checkbox, MultiSelect, NumberInput, Radio } from '@mantine/core';
import { Fragment, useState } from 'react';
import { currencySign, minorUnits } from '../../shared/format';
import { useFormat, useMall } from '../../shared/mall';
import { resolve } from '../../shared/period';
import { Icon } from '../../shared/ui/Icon';
import { Section } from '../../shared/ui/Section';
import { sayValue } from '../../shared/values';
import { useWords } from '../../shared/words';
import styles from './decide.module.css';
import { useForm, useWrong } from './fields';
import { useReferrals } from './referrals';
import { DEVICES, readRule, sayable, writeRule } from './rule';
import { SHARES, TEMPLATES, WHOM, type Settings } from './settings';

type Choosing = Settings['choosing'];

/** Who outside the hold-out is shown a page, and which: each choice with what it means for the figures. */
export function ChoosingSection() {
  const { t } = useWords();
  const { percent } = useFormat();
  const { settings, edit, readOnly } = useForm();
  const { choosing, holdOutShare } = settings;
  const put = (change: Partial<Choosing>): void => edit((s) => void Object.assign(s.choosing, change));
  const learns = choosing.whom === 'uplift' || choosing.shares === 'learnt';
  const alone = settings.page.variants.length === 0 && choosing.whom !== 'everybody';
  return (
    <Section title={t('page.section.choosing')} lead={t('page.section.choosing.what', { share: percent(holdOutShare, 0) })}>
      <div className={styles['fields']}>
        <Radio.Group label={t('choosing.whom')} value={choosing.whom} onChange={(value) => put({ whom: value as Choosing['whom'] })}>
          <div className={styles['options']}>
            {WHOM.map((whom) => (
              <Fragment key={whom}>
                <Radio value={whom} disabled={readOnly} label={t(`choosing.whom.${whom}`)} description={t(`choosing.whom.${whom}.what`)} />
                {whom === choosing.whom && whom === 'rule' && <RuleFields />}
                {whom === choosing.whom && whom === 'uplift' && <CostField />}
              </Fragment>
            ))}
          </div>
        </Radio.Group>
        {!alone && (
          <Radio.Group label={t('choosing.shares')} value={choosing.shares} onChange={(value) => put({ shares: value as Choosing['shares'] })}>
            <div className={styles['options']}>
              {SHARES.map((shares) => (
                <Radio
                  key={shares}
                  value={shares}
                  disabled={readOnly}
                  label={t(`choosing.shares.${shares}`)}
                  description={`${t(`choosing.shares.${shares}.what`)}${shares === 'learnt' && choosing.whom === 'everybody' ? ` ${t('choosing.shares.nothing')}` : ''}`}
                />
              ))}
            </div>
          </Radio.Group>
        )}
        <p className={styles['figures']}>
          {choosing.whom === 'everybody' && choosing.shares === 'even' ? t('choosing.figures.all') : t('choosing.figures.spared')} {t('choosing.figures.anew')}
        </p>
        {learns && holdOutShare === 0 && (
          <p className={styles['note']}>
            <Icon name="warn" size={16} />
            {t('choosing.noHoldOut')}
          </p>
        )}
      </div>
    </Section>
  );
}

/** The conditions that must all hold. One without a word allows everything. */
function RuleFields() {
  const { t, language } = useWords();
  const mall = useMall();
  const { settings, edit, readOnly } = useForm();
  const wrong = useWrong();
  const [period] = useState(() => resolve({ kind: 'last', days: 30 }, Date.now(), mall.zone));
  const seen = useReferrals(mall.key, period);
  const rule = readRule(settings.choosing.rule);
  const put = (name: string, words: string[]): void => edit((s) => void (s.choosing.rule = writeRule({ ...readRule(s.choosing.rule), [name]: words })));
  const boxes = (name: 'device' | 'template', words: readonly string[]) => (
    <fieldset className={styles['fieldset']} disabled={readOnly}>
      <legend className={styles['legend']}>{t(`choosing.rule.${name}`)}</legend>
      <div className={styles['templates']}>
        {words.map((word) => (
          <Checkbox
            key={word}
            label={sayValue(word, t, language)}
            checked={rule[name]?.includes(word) ?? false}
            onChange={({ currentTarget: { checked } }) => put(name, checked ? [...(rule[name] ?? []), word] : (rule[name] ?? []).filter((one) => one !== word))}
          />
        ))}
      </div>
    </fieldset>
  );
  const paths = [...new Set([...(rule['referral'] ?? []), ...(seen.status === 'ready' ? seen.data.filter(sayable) : [])])];
  return (
    <div className={styles['nested']} data-wrong={wrong('choosing.rule') ? true : undefined} tabIndex={-1}>
      {boxes('device', DEVICES)}
      {boxes('template', TEMPLATES)}
      <MultiSelect
        label={t('choosing.rule.referral')}
        description={seen.status === 'failed' ? t('choosing.rule.referral.failed') : t('choosing.rule.referral.what')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        searchable
        withScrollArea={false}
        comboboxProps={{ withinPortal: false }}
        classNames={{ options: styles['paths'] ?? '', inputField: styles['pathField'] ?? '' }}
        disabled={readOnly}
        placeholder={(rule['referral'] ?? []).length ? '' : t('choosing.rule.all')}
        nothingFoundMessage={t('choosing.rule.referral.none')}
        data={paths.map((value) => ({ value, label: sayValue(value, t, language) }))}
        value={rule['referral'] ?? []}
        onChange={(words) => put('referral', words)}
        clearButtonProps={{ 'aria-label': t('choosing.rule.referral') }}
      />
      {wrong('choosing.rule') && <p className={styles['wrong']}>{wrong('choosing.rule')}</p>}
    </div>
  );
}

/** What an interruption annoys, in the mall's money. */
function CostField() {
  const { t, language } = useWords();
  const { currency } = useMall();
  const { settings, edit, readOnly } = useForm();
  const wrong = useWrong();
  const units = minorUnits(currency);
  return (
    <div className={styles['nested']}>
      <NumberInput
        w={280}
        label={t('choosing.cost')}
        description={t('choosing.cost.what')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        prefix={currencySign(currency, language)}
        thousandSeparator=","
        decimalScale={Math.log10(units)}
        clampBehavior="none"
        disabled={readOnly}
        value={Number.isNaN(settings.choosing.cost) ? '' : settings.choosing.cost / units}
        error={wrong('choosing.cost')}
        onChange={(value) => edit((s) => void (s.choosing.cost = typeof value === 'number' ? Math.round(value * units) : NaN))}
      />
    </div>
  );
}
