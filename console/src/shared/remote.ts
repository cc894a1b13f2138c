import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Problem } from './http';

/** What a view knows of something that lives on the server. `behind` says why the last refresh of ready data failed. */
export type Remote<T> =
  | { status: 'loading' }
  | { status: 'failed'; problem: Problem; retry: () => void }
  | { status: 'ready'; data: T; at: number; behind: Problem | null; retry: () => void };

type Known<T> = { data: T; at: number } | null;

/**
 * Folds the latest answer into what is known. Ready data is never thrown away by a refresh that failed for a passing reason;
 * it is when the server says the viewer may not see it.
 */
export function settle<T>(known: Known<T>, answer: Answer<T> | null, now: number, retry: () => void): Remote<T> {
  if (answer === null) return known ? { status: 'ready', ...known, behind: null, retry } : { status: 'loading' };
  if (answer.ok) return { status: 'ready', data: answer.data, at: now, behind: null, retry };
  const forbidden = answer.problem.kind === 'not-allowed' || answer.problem.kind === 'not-found';
  return known && !forbidden
    ? { status: 'ready', ...known, behind: answer.problem, retry }
    : { status: 'failed', problem: answer.problem, retry };
}

/** Maps ready data and leaves the other states alone. */
export function mapRemote<A, B>(remote: Remote<A>, change: (data: A) => B): Remote<B> {
  return remote.status === 'ready' ? { ...remote, data: change(remote.data) } : remote;
}

/** Last answers by key, so that a screen opened again shows them at once and refreshes behind. */
const lastKnown = new Map<string, { data: unknown; at: number }>();

/** Forgets every answer: another person may sign in next. */
export function forgetEverything(): void {
  lastKnown.clear();
}

/** Forgets the answers whose key starts so: they have just been changed. */
export function forget(prefix: string): void {
  for (const key of lastKnown.keys()) if (key.startsWith(prefix)) lastKnown.delete(key);
}

/**
 * Asks the server, and again every `everyMs` while the page is visible. `key` names what is asked for: a new key asks anew
 * and never shows the old key's answer. `load` must depend on nothing that is not in the key.
 */
export function useRemote<T>(key: string, load: (signal: AbortSignal) => Promise<Answer<T>>, everyMs: number | null = null): Remote<T> {
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  const [settled, setSettled] = useState<{ key: string; remote: Remote<T> } | null>(null);
  const loading = useRef(load);
  useEffect(() => {
    loading.current = load;
  });

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      if (everyMs !== null && !abort.signal.aborted) timer = setTimeout(once, everyMs);
    };
    const once = async (): Promise<void> => {
      if (document.visibilityState === 'hidden' && lastKnown.has(key)) return again();
      try {
        const answer = await loading.current(abort.signal);
        if (abort.signal.aborted) return;
        const remote = settle(lastKnown.get(key) as Known<T> ?? null, answer, Date.now(), retry);
        if (remote.status === 'ready' && !remote.behind) lastKnown.set(key, { data: remote.data, at: remote.at });
        setSettled({ key, remote });
      } catch {
        return; // aborted: nobody is looking any more
      }
      again();
    };
    void once();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [key, everyMs, attempt, retry]);

  if (settled?.key === key) return settled.remote;
  return settle((lastKnown.get(key) as Known<T>) ?? null, null, 0, retry);
}
