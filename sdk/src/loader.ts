import type { Config } from './contract';
import { plant } from './plant';

// The server puts `window.__reload={...}` before this.
const c = (window as { __reload?: Config }).__reload;
const planted = plant();
// Nothing happens in a frame, and a second copy does nothing.
if (c && top === self && !planted.c) {
  planted.c = c;
  // `import()` needs no Trusted Types policy, which `script.src` would.
  const load = (): unknown => import(`${c.base}/sdk/${c[c.bundle]}`).catch(() => { /* the mall goes on without us */ });
  // A page that is rendered ahead of being seen is not a view yet.
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', () => { planted.t = performance.now(); load(); }, { once: true });
  else load();
}
