export type Origins = { ok: true; origins: string[] } | { ok: false; wrong: string | null };

/** Reads one origin a line. Refuses what has a path, a query or another scheme than http(s). `wrong` is null where there is none at all. */
export function readOrigins(text: string): Origins {
  const origins: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const url = URL.canParse(line) ? new URL(line) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') return { ok: false, wrong: line };
    if (!origins.includes(url.origin)) origins.push(url.origin);
  }
  return origins.length > 0 ? { ok: true, origins } : { ok: false, wrong: null };
}
