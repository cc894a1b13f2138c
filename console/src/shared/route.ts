import { useSyncExternalStore } from 'react';

/** Where the person is. Everything worth sharing as a link is in the address. */
export type Screen = 'overview' | 'page' | 'compare' | 'install';
export type Route = { mall: string | null; screen: Screen; query: URLSearchParams };

const BASE = '/console/';
const SCREENS: readonly Screen[] = ['overview', 'page', 'compare', 'install'];

export function routeOf(path: string, search: string): Route {
  const [mall = '', screen = ''] = path.startsWith(BASE) ? path.slice(BASE.length).split('/') : [];
  return {
    mall: mall === '' ? null : decodeURIComponent(mall),
    screen: SCREENS.find((known) => known === screen) ?? 'overview',
    query: new URLSearchParams(search),
  };
}

export function pathTo(mall: string, screen: Screen = 'overview', query = ''): string {
  return BASE + encodeURIComponent(mall) + (screen === 'overview' ? '' : `/${screen}`) + (query ? `?${query}` : '');
}

const watchers = new Set<() => void>();
export function go(path: string, { replace = false } = {}): void {
  const samePath = path.split('?')[0] === location.pathname;
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  watchers.forEach((tell) => tell());
  if (!replace && !samePath) window.scrollTo(0, 0);
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  window.addEventListener('popstate', tell);
  return () => {
    watchers.delete(tell);
    window.removeEventListener('popstate', tell);
  };
}

export function useRoute(): Route {
  const address = useSyncExternalStore(watch, () => location.pathname + location.search);
  const [path = '', search = ''] = address.split('?');
  return routeOf(path, search);
}
