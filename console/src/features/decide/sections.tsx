import { Checkbox, ColorInput, NativeSelect, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { mayOwn, useFormat, useMall } from '../../shared/mall';
import { Section } from '../../shared/ui/Section';
import { useWords } from '../../shared/words';
import { BackHoldDialog } from './BackHoldDialog';
import styles from './decide.module.css';
import { SwitchRow, useForm, useWrong } from './fields';
import { ContrastNote } from './ContrastNote';
import { CONSENT_FROM, OWN_WORDS, POLICY_TEXT, SCHEMES, STORAGES, TEMPLATES, TRIGGER_KEYS, TRIGGERS, WORDS, type Frequency, type Presentation, type Settings, type TriggerKey } from './settings';

export function LiveSection() {
  const { t } = useWords();
  const { settings, edit } = useForm();
  return (
    <Section title={t('page.section.live')}>
      <div className={styles['fields']}>
        <SwitchRow label={t('page.live')} what={t('page.live.what')} checked={settings.live} onChange={({ currentTarget: { checked } }) => edit((s) => void (s.live = checked))} />
      </div>
    </Section>
  );
}

/** What the page may hear and remember of a shopper, and who says that it may. */
export function PrivacySection() {
  const { t } = useWords();
  const { settings, edit, readOnly } = useForm();
  return (
    <Section title={t('page.section.privacy')}>
      <div className={styles['fields']}>
        <SwitchRow label={t('page.consent')} what={t('page.consent.what')} checked={settings.consentRequired} onChange={({ currentTarget: { checked } }) => edit((s) => void (s.consentRequired = checked))} />
        <NativeSelect className={styles['choice'] ?? ''} label={t('privacy.from')} description={t(`privacy.from.${settings.consentFrom}.what`)} inputWrapperOrder={['label', 'input', 'description', 'error']} disabled={readOnly} value={settings.consentFrom} data={CONSENT_FROM.map((value) => ({ value, label: t(`privacy.from.${value}`) }))} onChange={({ currentTarget: { value } }) => edit((s) => void (s.consentFrom = value as Settings['consentFrom']))} />
        <NativeSelect className={styles['choice'] ?? ''} label={t('privacy.storage')} description={t(`privacy.storage.${settings.storage}.what`)} inputWrapperOrder={['label', 'input', 'description', 'error']} disabled={readOnly} value={settings.storage} data={STORAGES.map((value) => ({ value, label: t(`privacy.storage.${value}`) }))} onChange={({ currentTarget: { value } }) => edit((s) => void (s.storage = value as Settings['storage']))} />
        <SwitchRow label={t('privacy.signals')} what={t('privacy.signals.what')} checked={settings.honourSignals} onChange={({ currentTarget: { checked } }) => edit((s) => void (s.honourSignals = checked))} />
        <SwitchRow label={t('privacy.ga4')} what={t('privacy.ga4.what')} checked={settings.ga4} onChange={({ currentTarget: { checked } }) => edit((s) => void (s.ga4 = checked))} />
      </div>
    </Section>
  );
}

export function WordSection({ language, onLanguage }: { language: 'ko' | 'en'; onLanguage: (language: 'ko' | 'en') => void }) {
  const { t } = useWords();
  const { settings, edit, readOnly, wrongs } = useForm();
  const wrong = useWrong();
  const mark = (one: 'ko' | 'en'): string => (Object.keys(wrongs).some((path) => path.startsWith(`page.words.${one}.`)) ? ' !' : '');
  return (
    <Section
      title={t('page.section.words')}
      lead={t('page.section.words.what')}
      tools={
        <SegmentedControl
          size="xs"
          aria-label={t('words.language')}
          value={language}
          onChange={(value) => onLanguage(value as 'ko' | 'en')}
          data={[
            { value: 'ko', label: t('words.ko') + mark('ko') },
            { value: 'en', label: t('words.en') + mark('en') },
          ]}
        />
      }
    >
      <div className={styles['fields']}>
        <div className={styles['two']}>
          {WORDS.map((key) => (
            <TextInput
              key={key}
              className={key === 'title' ? styles['span'] : undefined}
              label={t(`words.${key}`)}
              lang={language}
              disabled={readOnly}
              placeholder={OWN_WORDS[language][key]}
              value={settings.page.words[language][key] ?? ''}
              error={wrong(`page.words.${language}.${key}`)}
              onChange={({ currentTarget: { value } }) => edit((s) => void (s.page.words[language][key] = value === '' ? null : value))}
            />
          ))}
        </div>
      </div>
    </Section>
  );
}

/** What the dark begins with. */
const DARK = { accent: '#5eead4', background: '#16181c', text: '#f1f1ee' };

export function LookSection() {
  const { t } = useWords();
  const { settings, edit, readOnly } = useForm();
  const wrong = useWrong();
  const { theme } = settings.page;
  return (
    <Section title={t('page.section.look')}>
      <div className={styles['fields']}>
        <div className={styles['pair']}>
          {(['accent', 'background', 'text'] as const).map((key) => (
            <ColorInput key={key} label={t(`look.${key}`)} disabled={readOnly} value={theme[key]} format="hex" popoverProps={{ withinPortal: true }} eyeDropperButtonProps={{ 'aria-label': t(`look.${key}`) }} error={wrong(`page.theme.${key}`)} onChange={(value) => edit((s) => void (s.page.theme[key] = value.toLowerCase()))} />
          ))}
          <ContrastNote {...theme} />
        </div>
        <div>
          <span className={styles['legend']} id="scheme">{t('look.scheme')}</span>
          <SegmentedControl
            mt={6}
            aria-labelledby="scheme"
            disabled={readOnly}
            value={theme.scheme}
            data={SCHEMES.map((value) => ({ value, label: t(`scheme.${value}`) }))}
            onChange={(value) => edit((s) => {
              s.page.theme.scheme = value as Settings['page']['theme']['scheme'];
              if (value !== 'light') s.page.theme.dark ??= { ...DARK };
            })}
          />
        </div>
        {theme.scheme !== 'light' && theme.dark && (
          <div className={styles['pair']}>
            {(['accent', 'background', 'text'] as const).map((key) => (
              <ColorInput key={key} label={t(`look.dark.${key}`)} disabled={readOnly} value={theme.dark?.[key] ?? ''} format="hex" popoverProps={{ withinPortal: true }} eyeDropperButtonProps={{ 'aria-label': t(`look.dark.${key}`) }} error={wrong(`page.theme.dark.${key}`)} onChange={(value) => edit((s) => { if (s.page.theme.dark) s.page.theme.dark[key] = value.toLowerCase(); })} />
            ))}
            <ContrastNote {...theme.dark} />
          </div>
        )}
        <div className={styles['two']}>
          <TextInput label={t('look.logo')} description={t('look.logo.what')} inputWrapperOrder={['label', 'input', 'description', 'error']} disabled={readOnly} value={theme.logo ?? ''} error={wrong('page.theme.logo')} onChange={({ currentTarget: { value } }) => edit((s) => void (s.page.theme.logo = value === '' ? null : value))} />
          <TextInput label={t('look.font')} description={t('look.font.what')} inputWrapperOrder={['label', 'input', 'description', 'error']} disabled={readOnly} value={theme.font ?? ''} error={wrong('page.theme.font')} onChange={({ currentTarget: { value } }) => edit((s) => void (s.page.theme.font = value === '' ? null : value))} />
          <NumberInput label={t('look.radius')} suffix=" px" min={0} max={32} clampBehavior="none" allowDecimal={false} disabled={readOnly} value={theme.radius} error={wrong('page.theme.radius')} onChange={(value) => edit((s) => void (s.page.theme.radius = typeof value === 'number' ? value : -1))} />
        </div>
      </div>
    </Section>
  );
}

export function TriggerSection() {
  const { t } = useWords();
  const mall = useMall();
  const { moment } = useFormat();
  const { settings, edit } = useForm();
  const wrong = useWrong();
  const [asking, setAsking] = useState(false);
  const { backHold } = settings.triggers;
  const turn = (key: TriggerKey, on: boolean): void => {
    if (key === 'backHold' && on && !backHold.acknowledged) return setAsking(true);
    edit((s) => void (s.triggers[key].on = on));
  };
  const mayTurn = (key: TriggerKey): boolean => key !== 'backHold' || mayOwn(mall) || backHold.on;
  return (
    <Section title={t('page.section.triggers')} lead={t('page.section.triggers.what')}>
      <div className={styles['fields']}>
        {TRIGGER_KEYS.map((key) => (
          <SwitchRow key={key} label={t(`value.${TRIGGERS[key].name}`)} what={t(`trigger.${key}.what`)} checked={settings.triggers[key].on} {...(mayTurn(key) ? {} : { disabled: true })} onChange={({ currentTarget: { checked } }) => turn(key, checked)}>
            {!mayTurn(key) && <p>{t('trigger.backHold.who')}</p>}
            {key === 'backHold' && backHold.on && backHold.acknowledged && (
              <p>{backHold.acknowledged.by && backHold.acknowledged.at ? t('trigger.backHold.by', { by: backHold.acknowledged.by, at: moment(backHold.acknowledged.at) }) : t('trigger.backHold.pending')}</p>
            )}
            {key === 'backHold' && wrong('triggers.backHold.acknowledged') && <p className={styles['wrong']}>{wrong('triggers.backHold.acknowledged')}</p>}
            {settings.triggers[key].on && <TriggerChoices of={key} />}
          </SwitchRow>
        ))}
      </div>
      {asking && (
        <BackHoldDialog
          key={mall.key}
          onClose={() => setAsking(false)}
          onAcknowledge={() => {
            setAsking(false);
            edit((s) => {
              s.triggers.backHold.on = true;
              s.triggers.backHold.acknowledged = { text: POLICY_TEXT };
            });
          }}
        />
      )}
    </Section>
  );
}

/** As what and how often a trigger comes up. A choice of one is no choice. */
function TriggerChoices({ of }: { of: TriggerKey }) {
  const { t } = useWords();
  const { settings, edit, readOnly } = useForm();
  const wrong = useWrong();
  const { as, often } = TRIGGERS[of], { presentation, frequency } = settings.triggers[of];
  return (
    <div className={styles['choices']}>
      {as.length > 1 && (
        <NativeSelect size="xs" label={t('trigger.presentation')} disabled={readOnly} value={presentation} error={wrong(`triggers.${of}.presentation`)} data={as.map((value) => ({ value, label: t(`presentation.${value}`) }))} onChange={({ currentTarget: { value } }) => edit((s) => void (s.triggers[of].presentation = value as Presentation))} />
      )}
      <NativeSelect size="xs" label={t('trigger.frequency')} disabled={readOnly} value={frequency} error={wrong(`triggers.${of}.frequency`)} data={often.map((value) => ({ value, label: t(`frequency.${value}`) }))} onChange={({ currentTarget: { value } }) => edit((s) => void (s.triggers[of].frequency = value as Frequency))} />
    </div>
  );
}

export function RuleSection() {
  const { t } = useWords();
  const { settings, edit, readOnly } = useForm();
  const wrong = useWrong();
  const { rules } = settings;
  const number = (value: string | number): number => (typeof value === 'number' ? value : NaN);
  return (
    <Section title={t('page.section.rules')}>
      <div className={styles['fields']}>
        <NumberInput w={280} label={t('rules.maxStay')} description={t('rules.maxStay.what')} inputWrapperOrder={['label', 'input', 'description', 'error']} suffix={` ${t('rules.maxStay.unit')}`} allowDecimal={false} clampBehavior="none" disabled={readOnly} value={shown(rules.maxStayMs / 1000)} error={wrong('rules.maxStayMs')} onChange={(value) => edit((s) => void (s.rules.maxStayMs = Math.round(number(value) * 1000)))} />
        <NumberInput w={280} label={t('rules.snooze')} suffix={` ${t('rules.snooze.unit')}`} allowDecimal={false} clampBehavior="none" disabled={readOnly} value={shown(rules.snoozeDays)} error={wrong('rules.snoozeDays')} onChange={(value) => edit((s) => void (s.rules.snoozeDays = number(value)))} />
        <NumberInput w={280} label={t('rules.holdOut')} description={t('rules.holdOut.what')} inputWrapperOrder={['label', 'input', 'description', 'error']} suffix=" %" decimalScale={1} clampBehavior="none" disabled={readOnly} value={shown(Math.round(settings.holdOutShare * 1000) / 10)} error={wrong('holdOutShare')} onChange={(value) => edit((s) => void (s.holdOutShare = Math.round(number(value) * 10) / 1000))} />
      </div>
    </Section>
  );
}

/** A number field that was emptied shows nothing rather than "NaN". */
const shown = (n: number): number | '' => (Number.isNaN(n) ? '' : n);

export function WhereSection() {
  const { t } = useWords();
  const { settings, edit, readOnly } = useForm();
  const wrong = useWrong();
  const [engines, setEngines] = useState(settings.searchEngines.join('\n'));
  const wrongEngine = wrong('searchEngines') ?? settings.searchEngines.map((_, i) => wrong(`searchEngines[${i}]`)).find((one) => one !== null) ?? null;
  return (
    <Section title={t('page.section.where')}>
      <div className={styles['fields']}>
        <fieldset className={styles['fieldset']} disabled={readOnly}>
          <legend className={styles['legend']}>{t('where.templates')}</legend>
          <div className={styles['templates']}>
            {TEMPLATES.map((template) => (
              <Checkbox
                key={template}
                label={t(`value.${template}`)}
                checked={settings.templates.includes(template)}
                onChange={({ currentTarget: { checked } }) => edit((s) => void (s.templates = checked ? TEMPLATES.filter((one) => one === template || s.templates.includes(one)) : s.templates.filter((one) => one !== template)))}
              />
            ))}
          </div>
          {wrong('templates') && <p className={styles['wrong']}>{wrong('templates')}</p>}
        </fieldset>
        <Textarea
          label={t('where.searchEngines')}
          description={t('where.searchEngines.what')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          disabled={readOnly}
          value={engines}
          error={wrongEngine}
          onChange={({ currentTarget: { value } }) => {
            setEngines(value);
            edit((s) => void (s.searchEngines = value.split('\n').map((line) => line.trim()).filter((line) => line !== '')));
          }}
        />
      </div>
    </Section>
  );
}
