import { Icon } from '../../shared/ui/Icon';
import { useWords } from '../../shared/words';
import { contrast } from './contrast';
import styles from './decide.module.css';

/** Said beside the colours where they cannot be read together: the page script then takes black or white for the letters. */
export function ContrastNote({ text, background }: { text: string; background: string }) {
  const { t } = useWords();
  const color = /^#[0-9a-f]{6}$/;
  if (!color.test(text) || !color.test(background)) return null;
  const ratio = contrast(text, background);
  if (ratio >= 4.5) return null;
  return (
    <p className={`${styles['note']} ${styles['span']}`} role="status">
      <Icon name="info" size={16} />
      {t('look.contrast', { ratio: ratio.toFixed(1) })}
    </p>
  );
}
