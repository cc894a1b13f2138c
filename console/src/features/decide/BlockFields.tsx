import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMall } from '../../shared/mall';
import { useWords } from '../../shared/words';
import { momentOf, wallClock } from '../../shared/zoned';
import styles from './decide.module.css';
import { useForm, useWrong } from './fields';
import { readMarkup } from './markup';
import type { Block } from './settings';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
type Change = (to: (block: Block) => void) => void;

/** What a block that is on lets the mall choose. */
export function BlockFields({ block, at, change }: { block: Block; at: string; change: Change }) {
  switch (block.kind) {
    case 'product-again':
      return null;
    case 'goes-with':
    case 'popular':
    case 'recently-viewed':
      return <Size block={block} at={at} change={change} />;
    case 'banner':
      return <Texts block={block} at={at} change={change} fields={['image', 'text', 'url']} />;
    case 'coupon':
      return <Texts block={block} at={at} change={change} fields={['text', 'code', 'url', 'endsAt']} />;
    case 'countdown':
      return <Texts block={block} at={at} change={change} fields={['text', 'endsAt']} />;
    case 'custom':
      return <Html block={block} at={at} change={change} />;
  }
}

function Size({ block, at, change }: { block: Of<'goes-with' | 'popular' | 'recently-viewed'>; at: string; change: Change }) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const wrong = useWrong();
  return (
    <div className={styles['blockMore']}>
      <div className={styles['size']}>
        <span id={`size-${block.kind}`}>{t('block.size')}</span>
        <NumberInput size="xs" w={84} min={1} max={12} clampBehavior="none" allowDecimal={false} disabled={readOnly} aria-labelledby={`size-${block.kind}`} value={block.size} error={wrong(`${at}.size`)} onChange={(value) => change((b) => { if ('size' in b) b.size = Number(value) || 0; })} />
      </div>
    </div>
  );
}

type Field = 'image' | 'text' | 'url' | 'code' | 'endsAt';

/** Fields of text. An end is written as the mall's clocks show it. */
function Texts({ block, at, change, fields }: { block: Of<'banner' | 'coupon' | 'countdown'>; at: string; change: Change; fields: readonly Field[] }) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const { zone } = useMall();
  const wrong = useWrong();
  const said = block as Partial<Record<Field, string | null>>;
  const put = (field: Field, value: string | null): void => change((b) => void ((b as Partial<Record<Field, string | null>>)[field] = value));
  return (
    <div className={styles['blockMore']}>
      {fields.map((field) =>
        field === 'endsAt' ? (
          <TextInput key={field} type="datetime-local" label={t(`block.${block.kind as 'coupon'}.endsAt`)} description={t('block.endsAt.what', { zone })} inputWrapperOrder={['label', 'input', 'description', 'error']} disabled={readOnly} value={wallClock(said.endsAt ?? null, zone)} error={wrong(`${at}.endsAt`)} onChange={({ currentTarget: { value } }) => put('endsAt', momentOf(value, zone))} />
        ) : (
          <TextInput key={field} label={t(`block.${block.kind}.${field}` as 'block.banner.text')} disabled={readOnly} value={said[field] ?? ''} error={wrong(`${at}.${field}`)} onChange={({ currentTarget: { value } }) => put(field, value === '' ? null : value)} />
        ),
      )}
    </div>
  );
}

const NOTHING = { name: '', price: '', url: '/', image: '/' };

function Html({ block, at, change }: { block: Of<'custom'>; at: string; change: Change }) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const wrong = useWrong();
  const { refused } = readMarkup(block.html, NOTHING);
  const error = wrong(`${at}.html`) ?? (refused.length ? t('wrong.notAllowed', { what: refused.join(', ') }) : null);
  return (
    <div className={styles['blockMore']}>
      <Textarea label={t('block.custom.html')} description={t('block.custom.html.what')} inputWrapperOrder={['label', 'input', 'description', 'error']} autosize minRows={4} maxRows={16} spellCheck={false} classNames={{ input: styles['code'] ?? '' }} disabled={readOnly} value={block.html} error={error} onChange={({ currentTarget: { value } }) => change((b) => { if (b.kind === 'custom') b.html = value; })} />
    </div>
  );
}
