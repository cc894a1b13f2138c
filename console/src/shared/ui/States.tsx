import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '../http';
import type { Remote } from '../remote';
import { useWords, type Say } from '../words';
import { Icon } from './Icon';
import styles from './ui.module.css';

export function sayProblem(problem: Problem, t: Say): { what: string; why: string } {
  const values: Record<string, string | number> = problem.kind === 'refused' ? { message: problem.message || problem.code || String(problem.status) } : problem.kind === 'server-failed' ? { status: problem.status } : {};
  return { what: t(`problem.${problem.kind}`), why: t(`problem.${problem.kind}.why`, values) };
}

/** What went wrong, why, and the way on. */
export function Failed({ problem, retry }: { problem: Problem; retry?: (() => void) | undefined }) {
  const { t } = useWords();
  const { what, why } = sayProblem(problem, t);
  const closed = problem.kind === 'not-allowed';
  return (
    <div className={styles['state']} role={closed ? undefined : 'alert'}>
      <p className={styles['stateTitle']}>
        <Icon name={closed ? 'lock' : 'warn'} />
        {what}
      </p>
      <p>{why}</p>
      {retry && !closed && (
        <Button variant="default" onClick={retry}>
          {t('problem.retry')}
        </Button>
      )}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className={styles['empty']}>{children}</div>;
}

/** The four answers of every view: what stands here while loading, when it failed, and when it is ready. */
export function Show<T>({ remote, loading, children }: { remote: Remote<T>; loading: ReactNode; children: (data: T) => ReactNode }) {
  const { t } = useWords();
  switch (remote.status) {
    case 'loading':
      return (
        <div aria-busy="true">
          <span className="unseen">{t('state.loading')}</span>
          {loading}
        </div>
      );
    case 'failed':
      return <Failed problem={remote.problem} retry={remote.retry} />;
    case 'ready':
      return <>{children(remote.data)}</>;
  }
}

/** Lines of text that are still on their way. */
export function Lines({ n, height = 14, gap = 16 }: { n: number; height?: number; gap?: number }) {
  return (
    <div style={{ display: 'grid', gap }}>
      {Array.from({ length: n }, (_, i) => (
        <Skeleton key={i} height={height} width={`${100 - ((i * 17) % 40)}%`} />
      ))}
    </div>
  );
}
