/** What was said as text, cut to what the contract takes, addresses of pages to what ten of them make of a body; undefined where nothing was said. */
export const cut = (said: unknown, most = 1000): string | undefined => (said ? `${said}`.slice(0, most) : undefined);
