import { ActionIcon, Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import styles from '../../shared/ui/frame.module.css';
import type { Language } from '../../shared/format';
import { Icon } from '../../shared/ui/Icon';
import { useWords } from '../../shared/words';
import { chooseLanguage, signOut, type Account } from './account';

/** Language and brightness change at once: they are the person's own. */
export function AccountMenu({ account, small = false }: { account: Account; small?: boolean }) {
  const { t } = useWords();
  const { account: person } = account;
  return (
    <Menu width={264} position={small ? 'bottom-end' : 'top-start'} closeOnItemClick={false}>
      <Menu.Target>
        {small ? (
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('nav.account')}>
            <Icon name="person" size={22} />
          </ActionIcon>
        ) : (
          <button type="button" className={styles['account']}>
            <span className="unseen">{t('nav.account')}: </span>
            <Icon name="person" />
            <span>{person.name || person.email}</span>
            <Icon name="chevron" size={16} />
          </button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <div style={{ padding: '4px 8px 8px', display: 'grid', gap: 8 }}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t('nav.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('nav.language')}
      value={language}
      onChange={(value) => chooseLanguage(value as Language)}
      data={[
        { value: 'ko', label: <span lang="ko">한국어</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
    />
  );
}

export function ThemeSwitch() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('nav.theme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
      data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`nav.theme.${value}`) }))}
    />
  );
}
