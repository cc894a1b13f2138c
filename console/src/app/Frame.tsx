import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import type { Account } from '../features/mall/account';
import { AccountMenu } from '../features/mall/AccountMenu';
import { MallSwitcher } from '../features/mall/MallSwitcher';
import type { Mall } from '../shared/mall';
import { go, pathTo, type Screen } from '../shared/route';
import { Icon, Mark } from '../shared/ui/Icon';
import { useWords } from '../shared/words';
import styles from '../shared/ui/frame.module.css';

const SCREENS: readonly Screen[] = ['overview', 'page', 'compare', 'install'];

/** The rail on a desk, the bar and the tabs on a phone, and the screen between them. */
export function Frame({ account, mall, screen, children }: { account: Account; mall: Mall | null; screen: Screen; children: ReactNode }) {
  const { t } = useWords();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [screen, mall?.key]);

  const links = mall && SCREENS.map((one) => (
    <li key={one}>
      <a className={styles['link']} href={pathTo(mall.key, one)} aria-current={one === screen ? 'page' : undefined} onClick={(event) => follow(event, pathTo(mall.key, one))}>
        <Icon name={one} />
        {t(`nav.${one}`)}
      </a>
    </li>
  ));
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>
        {t('app.skip')}
      </a>
      <nav aria-label={t('app.nav')} className={styles['rail']}>
        <a className={styles['brand']} href={mall ? pathTo(mall.key) : '/console/'} onClick={(event) => follow(event, mall ? pathTo(mall.key) : '/console/')}>
          <Mark />
          {t('app.name')}
        </a>
        <MallSwitcher malls={account.malls} current={mall} screen={screen} operator={account.account.operator} />
        <div className={styles['nav']}>
          <ul>{links}</ul>
        </div>
        <AccountMenu account={account} />
      </nav>
      <div className={styles['bar']}>
        <MallSwitcher malls={account.malls} current={mall} screen={screen} operator={account.account.operator} />
        <AccountMenu account={account} small />
      </div>
      <main className={styles['main']}>
        <section ref={main} id="main" tabIndex={-1} className={`${styles['content']} ${screen === 'page' ? styles['wide'] : ''}`}>
          {children}
        </section>
      </main>
      <nav aria-label={t('app.nav')} className={styles['tabs']}>
        <ul>{links}</ul>
      </nav>
    </div>
  );
}

function follow(event: MouseEvent, path: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(path);
}
