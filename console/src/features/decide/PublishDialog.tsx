import { Button, Modal } from '@mantine/core';
import type { Language } from '../../shared/format';
import { useFormat } from '../../shared/mall';
import { DataTable } from '../../shared/ui/DataTable';
import { sayValue } from '../../shared/values';
import { isWord, useWords, type Say } from '../../shared/words';
import { changes, type Change } from './changes';
import styles from './decide.module.css';
import { KNOWN, readRule } from './rule';
import { BLOCK_KINDS, TRIGGERS, type BlockKind, type Settings, type TriggerKey } from './settings';

/** What will change for shoppers, before it does. */
export function PublishDialog({ from, to, busy, onClose, onPublish }: { from: Settings; to: Settings; busy: boolean; onClose: () => void; onPublish: () => void }) {
  const { t } = useWords();
  const format = useFormat();
  const found = changes(from, to);
  const say = (change: Change, value: unknown) => sayChanged(change.path, value, t, format);
  return (
    <Modal opened onClose={onClose} title={<b>{t('page.publish.title')}</b>} size={680} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p className={styles['dialogLead']}>{found.length === 0 ? t('page.publish.nothing') : t('page.publish.lead')}</p>
      {found.length > 0 && (
        <DataTable
          label={t('page.publish.title')}
          rows={found}
          rowKey={(change) => change.path}
          columns={[
            { head: t('page.publish.what'), cell: (change) => sayPath(change.path, t) },
            { head: t('page.publish.from'), cell: (change) => <span className={`${styles['cell']} ${styles['was']}`}>{say(change, change.from)}</span> },
            { head: t('page.publish.to'), cell: (change) => <span className={styles['cell']}>{say(change, change.to)}</span> },
          ]}
        />
      )}
      <div className={styles['dialogActions']}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button loading={busy} disabled={found.length === 0} onClick={onPublish} data-autofocus>
          {t('page.publish')}
        </Button>
      </div>
    </Modal>
  );
}

/** The name of a setting, by its path. */
export function sayPath(path: string, t: Say): string {
  const words: Record<string, string> = {
    live: t('page.live'),
    consentRequired: t('page.consent'),
    holdOutShare: t('rules.holdOut'),
    consentFrom: t('privacy.from'),
    storage: t('privacy.storage'),
    honourSignals: t('privacy.signals'),
    ga4: t('privacy.ga4'),
    'rules.maxStayMs': t('rules.maxStay'),
    'rules.snoozeDays': t('rules.snooze'),
    templates: t('where.templates'),
    searchEngines: t('where.searchEngines'),
    'page.blocks': t('pages.first'),
    'choosing.whom': t('choosing.whom'),
    'choosing.rule': t('choosing.rule'),
    'choosing.shares': t('choosing.shares'),
    'choosing.cost': t('choosing.cost'),
  };
  if (words[path]) return words[path];
  const [whole, part = '', first = '', second = '', third = ''] = path.split('.');
  if (whole === 'triggers' && isTrigger(part)) return `${t(`value.${TRIGGERS[part].name}`)}${first === 'on' ? '' : `: ${t(`trigger.${first as 'frequency'}`)}`}`;
  if (part === 'words' && isWord(`words.${second}`)) return `${t(`words.${second}` as 'words.title')} (${t(first === 'ko' ? 'words.ko' : 'words.en')})`;
  if (part === 'theme' && first === 'dark' && isWord(`look.dark.${second}`)) return t(`look.dark.${second}` as 'look.dark.accent');
  if (part === 'theme' && isWord(`look.${first}`)) return t(`look.${first}` as 'look.accent');
  if (part === 'blocks') return sayBlock(first, second, t);
  if (part === 'variants') return second === '' ? t('pages.named', { name: first }) : `${t('pages.named', { name: first })} · ${sayBlock(second, third, t)}`;
  return path;
}

function sayBlock(kind: string, field: string, t: Say): string {
  if (!isKind(kind)) return kind;
  return `${t(`block.${kind}`)}: ${field === 'size' ? t('block.size') : t(`block.${kind}.${field}` as 'block.banner.text')}`;
}

function isKind(text: string): text is BlockKind {
  return (BLOCK_KINDS as readonly string[]).includes(text);
}

function isTrigger(text: string): text is TriggerKey {
  return text in TRIGGERS;
}

/** The conditions of a rule, one after another. */
export function sayRule(text: string, t: Say, language: Language): string {
  const rule = readRule(text);
  const conditions = KNOWN.filter((name) => rule[name]?.length).map((name) => `${t(`choosing.rule.${name}`)}: ${(rule[name] ?? []).map((word) => sayValue(word, t, language)).join(', ')}`);
  return conditions.join(' · ');
}

/** Words that stand for a choice, by the end of the path. */
const CHOICES: Record<string, string> = { frequency: 'frequency', presentation: 'presentation', scheme: 'scheme', whom: 'choosing.whom', shares: 'choosing.shares', consentFrom: 'privacy.from', storage: 'privacy.storage' };

function sayChanged(path: string, value: unknown, t: Say, format: ReturnType<typeof useFormat>) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return t('page.publish.empty');
  if (typeof value === 'boolean') return value ? t('page.publish.on') : t('page.publish.off');
  const choice = `${CHOICES[path.split('.').at(-1) ?? '']}.${String(value)}`;
  if (isWord(choice)) return t(choice);
  if (path.endsWith('.endsAt')) return format.moment(String(value));
  if (path === 'holdOutShare') return format.percent(Number(value));
  if (path === 'rules.maxStayMs') return format.duration(Number(value));
  if (path === 'choosing.rule') return sayRule(String(value), t, format.language);
  if (path === 'choosing.cost') return format.money(Number(value));
  if (/^page\.(blocks|variants\.[^.]*)$/.test(path) && Array.isArray(value)) return value.map((kind) => (isKind(String(kind)) ? t(`block.${kind as BlockKind}`) : String(kind))).join(' → ');
  if (path === 'templates' && Array.isArray(value)) return value.map((one) => (isWord(`value.${one}`) ? t(`value.${one}` as 'value.home') : String(one))).join(', ');
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value)) {
    return (
      <>
        <span className={styles['swatch']} style={{ background: value }} />
        {value}
      </>
    );
  }
  return String(value);
}
