import { useWords } from '../../shared/words';
import { HOLD_OUT, NOTHING } from './verdict';

/** How a variant is called: the first page and what is no page by a word, a further page by the mall's own name. */
export function useVariantName(): (variant: string) => string {
  const { t } = useWords();
  return (variant) => (variant === 'classic' ? t('compare.first') : variant === NOTHING ? t('compare.nothing') : variant === HOLD_OUT ? t('compare.holdOut') : variant);
}
