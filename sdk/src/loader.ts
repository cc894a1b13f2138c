import type { Config } from './contract';
import { plant } from './plant';

// The server puts `window.__reload={...}` before this.
const w = window as unknown as { __reload?: Config; requestIdleCallback?: typeof setTimeout } & Record<string, unknown>;
const c = w.__reload;
const planted = plant();
// Nothing happens in a frame, and a second copy does nothing.
if (c && top == self && !planted.c) {
  planted.c = c;
  // Whose browser asks for privacy (Global Privacy Control, Do Not Track) has not agreed to anything yet.
  if (c.wishes && ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl || (navigator.doNotTrack as never) > 0)) c.consentRequired = true;
  // `import()` needs no Trusted Types policy, which `script.src` would.
  const get = (path: string): unknown => import(c.base + path).catch(() => { /* the mall goes on without us */ });
  const idle = w.requestIdleCallback || setTimeout;
  // Behind the first frame, and when nothing else is to be drawn: that is what the shopper waits for. A page that nobody sees yet, rendered
  // ahead or in a tab in the background, draws no frame, and is no view until it does.
  requestAnimationFrame(() => {
    planted.t = performance.now();
    idle(() => {
      get(c.bundle);
      // What this mall needs beside, where the page has what that is about.
      idle(() => c.more.map(([about, path]) => (w[about] || location.href.includes(about)) && get(path)));
    }, { timeout: 1000 } as never);
  });
}
