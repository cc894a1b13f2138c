/** What was said as text, cut to what the contract takes; undefined where nothing was said. */
export const cut = (said: unknown, most = 2048): string | undefined => (said ? `${said}`.slice(0, most) : undefined);
