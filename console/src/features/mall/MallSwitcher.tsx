import { Menu, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import styles from '../../shared/ui/frame.module.css';
import type { Mall } from '../../shared/mall';
import { go, pathTo, type Screen } from '../../shared/route';
import { Icon } from '../../shared/ui/Icon';
import { useWords } from '../../shared/words';

const MANY = 8;
const NewMallDialog = lazy(() => import('./NewMallDialog').then((found) => ({ default: found.NewMallDialog })));

export function MallSwitcher({ malls, current, screen, operator }: { malls: Mall[]; current: Mall | null; screen: Screen; operator: boolean }) {
  const { t } = useWords();
  const [sought, setSought] = useState('');
  const about = (mall: Mall): string => (mall.simulated ? t('mall.simulated') : t(`role.${mall.role}`));
  const found = malls.filter((mall) => `${mall.name} ${mall.key}`.toLowerCase().includes(sought.toLowerCase()));
  const [adding, setAdding] = useState(false);
  return (
    <>
    <Menu width={260} position="bottom-start" onClose={() => setSought('')}>
      <Menu.Target>
        <button type="button" className={styles['mallButton']}>
          {current && <span className="unseen">{t('nav.switchMall')}: </span>}
          <span className={styles['mallName']}>
            {current?.name ?? t('nav.switchMall')}
            {current && <small>{about(current)}</small>}
          </span>
          <Icon name="chevron" />
        </button>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: 420, overflowY: 'auto' }}>
        {malls.length > MANY && <TextInput m={4} size="xs" placeholder={t('nav.findMall')} aria-label={t('nav.findMall')} value={sought} onChange={(event) => setSought(event.currentTarget.value)} data-autofocus />}
        {found.map((mall) => (
          <Menu.Item
            key={mall.key}
            aria-current={mall.key === current?.key ? 'true' : undefined}
            rightSection={mall.key === current?.key ? <Icon name="check" size={16} /> : null}
            onClick={() => go(pathTo(mall.key, screen))}
          >
            <span className={styles['mallName']}>
              {mall.name}
              <small>{about(mall)}</small>
            </span>
          </Menu.Item>
        ))}
        {found.length === 0 && <Menu.Label>{t('nav.noMallFound')}</Menu.Label>}
        {operator && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => setAdding(true)}>{t('mall.add')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
    {adding && (
      <Suspense fallback={null}>
        <NewMallDialog onClose={() => setAdding(false)} />
      </Suspense>
    )}
    </>
  );
}
