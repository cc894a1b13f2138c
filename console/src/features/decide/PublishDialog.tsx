import { Button, Modal } from '@mantine/core';
import { useFormat } from '../../shared/mall';
import { DataTable } from '../../shared/ui/DataTable';
import { isWord, useWords, type Say } from '../../shared/words';
import { changes, type Change } from './changes';
import styles from './decide.module.css';
import { BLOCK_KINDS, type BlockKind, type Settings } from './settings';

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
    'triggers.backHold.on': t('value.back-hold'),
    'triggers.backLanding.on': t('value.back-landing'),
    'rules.maxStayMs': t('rules.maxStay'),
    'rules.once': t('rules.once'),
    'rules.snoozeDays': t('rules.snooze'),
    templates: t('where.templates'),
    searchEngines: t('where.searchEngines'),
    'page.blocks': t('page.section.blocks'),
  };
  if (words[path]) return words[path];
  const [, part, first = '', second = ''] = path.split('.');
  if (part === 'words' && isWord(`words.${second}`)) return `${t(`words.${second}` as 'words.title')} (${t(first === 'ko' ? 'words.ko' : 'words.en')})`;
  if (part === 'theme' && isWord(`look.${first}`)) return t(`look.${first}` as 'look.accent');
  if (part === 'blocks' && isKind(first)) return `${t(`block.${first}`)}: ${second === 'size' ? t('block.size') : t(`block.banner.${second}` as 'block.banner.text')}`;
  return path;
}

function isKind(text: string): text is BlockKind {
  return (BLOCK_KINDS as readonly string[]).includes(text);
}

function sayChanged(path: string, value: unknown, t: Say, format: ReturnType<typeof useFormat>) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return t('page.publish.empty');
  if (typeof value === 'boolean') return value ? t('page.publish.on') : t('page.publish.off');
  if (path === 'holdOutShare') return format.percent(Number(value));
  if (path === 'rules.maxStayMs') return format.duration(Number(value));
  if (path === 'page.blocks' && Array.isArray(value)) return value.map((kind) => (isKind(String(kind)) ? t(`block.${kind as BlockKind}`) : String(kind))).join(' → ');
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
