import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readOrigins } from '../../shared/origins';
import { go, pathTo } from '../../shared/route';
import { Code } from '../../shared/ui/Code';
import styles from '../../shared/ui/frame.module.css';
import { Icon } from '../../shared/ui/Icon';
import { sayProblem } from '../../shared/ui/States';
import { useWords } from '../../shared/words';
import { findWhoIsSignedIn } from './account';
import { createMall, wrongOf, type Keys, type NewMall } from './createMall';

/** An operator takes in a mall, and is given its secret keys once. */
export function NewMallDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [mall, setMall] = useState<NewMall>({ key: '', name: '', origins: [], currency: 'KRW', zone: 'Asia/Seoul', simulated: false });
  const [origins, setOrigins] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ field: string; text: string } | null>(null);
  const [keys, setKeys] = useState<Keys | null>(null);

  const wrongs = wrongOf(mall);
  const read = readOrigins(origins);
  const wrong = (field: keyof NewMall): string | null => {
    if (refused?.field === field) return refused.text;
    const word = tried ? wrongs[field] : undefined;
    return word ? t(word) : null;
  };
  const wrongOrigins = refused?.field === 'origins' ? refused.text : !tried || read.ok ? null : read.wrong === null ? t('install.origins.none') : t('install.origins.wrong', { value: read.wrong });
  const change = (part: Partial<NewMall>): void => {
    setRefused(null);
    setMall({ ...mall, ...part });
  };

  const create = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(wrongs).length > 0 || !read.ok) return;
    setBusy(true);
    const answer = await createMall({ ...mall, origins: read.origins });
    setBusy(false);
    if (answer.ok) {
      setKeys(answer.data);
      await findWhoIsSignedIn();
      return;
    }
    const { problem } = answer;
    const { what, why } = sayProblem(problem, t);
    if (problem.kind === 'refused' && problem.code === 'KEY_TAKEN') setRefused({ field: 'key', text: t('mall.key.taken') });
    else setRefused({ field: problem.kind === 'refused' ? (problem.field ?? '') : '', text: `${what}. ${why}` });
  };

  if (keys) {
    const done = (): void => {
      onClose();
      go(pathTo(keys.key, 'install'));
    };
    return (
      <Modal opened onClose={done} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false} title={<b>{t('mall.keys.title')}</b>} size={560}>
        <div className={styles['form']}>
          <p>{t('mall.keys.lead')}</p>
          <div>
            <b>{t('mall.keys.server')}</b>
            <Code text={keys.serverKey} label={t('mall.keys.server')} copied={t('action.copied')} />
          </div>
          {keys.historyKey && (
            <div>
              <b>{t('mall.keys.history')}</b>
              <Code text={keys.historyKey} label={t('mall.keys.history')} copied={t('action.copied')} />
            </div>
          )}
          <Button onClick={done}>{t('mall.keys.done')}</Button>
        </div>
      </Modal>
    );
  }
  return (
    <Modal opened onClose={onClose} title={<b>{t('mall.add')}</b>} size={480} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <p>{t('mall.add.lead')}</p>
        <TextInput label={t('mall.name')} value={mall.name} error={wrong('name')} onChange={(event) => change({ name: event.currentTarget.value })} data-autofocus />
        <TextInput label={t('mall.key')} description={t('mall.key.what')} inputWrapperOrder={['label', 'input', 'description', 'error']} value={mall.key} error={wrong('key')} spellCheck={false} autoCapitalize="none" onChange={(event) => change({ key: event.currentTarget.value })} />
        <Textarea label={t('install.origins')} description={t('install.origins.what')} inputWrapperOrder={['label', 'input', 'description', 'error']} autosize minRows={2} value={origins} error={wrongOrigins} spellCheck={false} onChange={(event) => { setRefused(null); setOrigins(event.currentTarget.value); }} />
        <div className={styles['formPair']}>
          <TextInput label={t('mall.currency')} value={mall.currency} error={wrong('currency')} onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })} />
          <TextInput label={t('mall.zone')} value={mall.zone} error={wrong('zone')} spellCheck={false} onChange={(event) => change({ zone: event.currentTarget.value })} />
        </div>
        <Checkbox label={t('mall.isSimulated')} checked={mall.simulated} onChange={(event) => change({ simulated: event.currentTarget.checked })} />
        {refused && !['key', 'name', 'origins', 'currency', 'zone'].includes(refused.field) && (
          <p className={styles['problem']} role="alert">
            <Icon name="warn" />
            {refused.text}
          </p>
        )}
        <Button type="submit" loading={busy}>
          {t('mall.add.do')}
        </Button>
      </form>
    </Modal>
  );
}
