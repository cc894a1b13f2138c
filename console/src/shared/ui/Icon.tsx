/** Drawn for this project on a 20 x 20 grid, one stroke weight. Always beside a word or under a label, so hidden from readers. */
const PATHS = {
  overview: 'M3 16.5h14M5 13V9.5M10 13V4.5M15 13V7',
  page: 'M6.5 2.75h7a1.5 1.5 0 0 1 1.5 1.5v11.5a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5V4.25a1.5 1.5 0 0 1 1.5-1.5ZM5 12.5h10M8.5 6.5h3',
  compare: 'M3.5 4.25h5v11.5h-5zM11.5 4.25h5v11.5h-5zM5 12.5h2M5 10h2M13 12.5h2M13 10h2M13 7.5h2',
  install: 'm6.5 6.5-3.5 3.5 3.5 3.5M13.5 6.5l3.5 3.5-3.5 3.5M11.5 4.5l-3 11',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.8-2.7 3.1-4.2 6-4.2s5.2 1.5 6 4.2',
  chevron: 'm6 8 4 4 4-4',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  up: 'M10 15.5v-11M5.5 9 10 4.5 14.5 9',
  down: 'M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5',
  grip: 'M7.5 5.5h.01M12.5 5.5h.01M7.5 10h.01M12.5 10h.01M7.5 14.5h.01M12.5 14.5h.01',
  download: 'M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12',
  refresh: 'M15.5 8.5A6 6 0 1 0 16 11M16 4.5v4h-4',
  table: 'M3.5 4.5h13v11h-13zM3.5 8.5h13M8 8.5v7',
  lock: 'M5.5 9h9v7.5h-9zM7.25 9V6.5a2.75 2.75 0 0 1 5.5 0V9',
  warn: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.5v4M10 6.7h.01',
  close: 'm5 5 10 10M15 5 5 15',
  outside: 'M8 4.5H4.5v11h11V12M11.5 4h4.5v4.5M16 4l-7 7',
  copy: 'M7.5 7.5h8v9h-8zM12.5 7.5v-4h-8v9h3',
  history: 'M4 6.5A7 7 0 1 1 3 10M3.5 3v4h4M10 6.5V10l2.5 1.5',
  phone: 'M7 2.75h6a1.5 1.5 0 0 1 1.5 1.5v11.5a1.5 1.5 0 0 1-1.5 1.5H7a1.5 1.5 0 0 1-1.5-1.5V4.25A1.5 1.5 0 0 1 7 2.75ZM9.2 14.8h1.6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth={name === 'grip' ? 2.4 : 1.6} strokeLinecap="round" strokeLinejoin="round" aria-hidden focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark: an arrow that turns back. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M10.5 11.5H18a5.25 5.25 0 1 1 0 10.5h-5M14 7.5l-4 4 4 4" fill="none" stroke="var(--paper)" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
