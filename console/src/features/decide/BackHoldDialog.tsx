import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMall } from '../../shared/mall';
import { useWords } from '../../shared/words';
import styles from './decide.module.css';

/** What the search policy says and who is punished, in plain words, before Back may be held. */
export function BackHoldDialog({ onClose, onAcknowledge }: { onClose: () => void; onAcknowledge: () => void }) {
  const { t } = useWords();
  const mall = useMall();
  const [ticked, setTicked] = useState(false);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const named = typed.trim() === mall.name.trim();
  return (
    <Modal opened onClose={onClose} title={<b>{t('hold.title')}</b>} size={560} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={styles['ack']}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (ticked && named) onAcknowledge();
        }}
      >
        <ol>
          <li>{t('hold.1')}</li>
          <li>
            <b>{t('hold.2')}</b>
          </li>
          <li>{t('hold.3')}</li>
          <li>{t('hold.4')}</li>
        </ol>
        <Checkbox label={t('hold.tick')} checked={ticked} onChange={(event) => setTicked(event.currentTarget.checked)} error={tried && !ticked ? t('wrong.notAcknowledged') : null} data-autofocus />
        <TextInput label={t('hold.type', { name: mall.name })} value={typed} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} error={tried && !named ? t('hold.typeWrong') : null} />
        <div className={styles['dialogActions']}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit">{t('hold.confirm')}</Button>
        </div>
      </form>
    </Modal>
  );
}
