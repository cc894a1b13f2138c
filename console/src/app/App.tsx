import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useSignedIn, findWhoIsSignedIn, type Account } from '../features/mall/account';
import { SignIn } from '../features/mall/SignIn';
import { WithinMall } from '../shared/mall';
import { go, pathTo, useRoute } from '../shared/route';
import { Empty, Failed, Lines } from '../shared/ui/States';
import { useWords } from '../shared/words';
import { Frame } from './Frame';
import { Overview } from './Overview';
import styles from '../shared/ui/frame.module.css';

const PageScreen = lazy(() => import('../features/decide/PageScreen').then((found) => ({ default: found.PageScreen })));
const CompareScreen = lazy(() => import('../features/learn/CompareScreen').then((found) => ({ default: found.CompareScreen })));
const InstallScreen = lazy(() => import('../features/collect/InstallScreen').then((found) => ({ default: found.InstallScreen })));

export function App() {
  const signedIn = useSignedIn();
  switch (signedIn.status) {
    case 'loading':
      return <div aria-busy="true" style={{ minHeight: '100dvh' }} />;
    case 'failed':
      return (
        <main className={styles['content']}>
          <Failed problem={signedIn.problem} retry={() => void findWhoIsSignedIn()} />
        </main>
      );
    case 'out':
      return <SignIn ended={signedIn.ended} />;
    case 'in':
      return <Inside account={signedIn.account} />;
  }
}

function Inside({ account }: { account: Account }) {
  const { t } = useWords();
  const route = useRoute();
  const first = account.malls[0];
  const mall = route.mall === null ? first : account.malls.find((one) => one.key === route.mall);

  useEffect(() => {
    if (route.mall === null && first) go(pathTo(first.key), { replace: true });
  }, [route.mall, first]);

  useEffect(() => {
    if (mall) document.title = `${t(`nav.${route.screen}`)} · ${mall.name} · ${t('app.name')}`;
  }, [mall, route.screen, t]);

  if (!mall) {
    return (
      <Frame account={account} mall={null} screen={route.screen}>
        {account.malls.length === 0 ? (
          <Empty>
            <b>{t('mall.none')}</b>
            {t('mall.none.why')}
          </Empty>
        ) : (
          <Empty>
            <b>{t('app.notFound')}</b>
            {t('app.notFound.why')}
          </Empty>
        )}
      </Frame>
    );
  }
  return (
    <WithinMall mall={mall}>
      <Frame account={account} mall={mall} screen={route.screen}>
        <Suspense fallback={<Waiting />}>
          {route.screen === 'overview' && <Overview key={mall.key} demo={mall.key === 'demo' ? account.demo : null} query={route.query} />}
          {route.screen === 'page' && <PageScreen key={mall.key} />}
          {route.screen === 'compare' && <CompareScreen key={mall.key} />}
          {route.screen === 'install' && <InstallScreen key={mall.key} />}
        </Suspense>
      </Frame>
    </WithinMall>
  );
}

function Waiting() {
  return (
    <div aria-busy="true">
      <Skeleton height={28} width={200} mb={32} />
      <Lines n={6} />
    </div>
  );
}
