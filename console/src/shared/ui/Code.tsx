import { Button, CopyButton } from '@mantine/core';
import { useWords } from '../words';
import { Icon } from './Icon';
import { toast } from './toast';
import styles from './ui.module.css';

/** Lines to copy as they are. */
export function Code({ text, label, copied }: { text: string; label: string; copied: string }) {
  const { t } = useWords();
  return (
    <div className={styles['code']}>
      <pre tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
      <div>
        <CopyButton value={text}>
          {({ copied: done, copy }) => (
            <Button
              variant="default"
              size="xs"
              leftSection={<Icon name={done ? 'check' : 'copy'} size={16} />}
              aria-label={`${label} ${t('action.copy')}`}
              onClick={() => {
                copy();
                toast(copied);
              }}
            >
              {t('action.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
