declare const HOLD: boolean;

/*
 * The looks. `--a` accent, `--i` ink on it, `--l` a letter colour, the accent if it can be read, `--b` background, `--t` text, `--r` radius.
 * `#8884` and its like are greys that work on light and dark grounds. Whitespace is taken out by the build.
 */

/** The sheet of the page that Back leads to. */
const sheet = `
:host{all:initial!important;display:contents!important}
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit}
dialog{position:fixed;z-index:9999999999;inset:auto 0 0;width:100%;max-width:480px;margin:auto;border:0;border-radius:16px 16px 0 0;box-shadow:0 0 32px #0004;background:var(--b);color:var(--t);word-break:keep-all}
h1,h2,b{font-weight:700}
header{display:flex;align-items:center;padding:8px 8px 4px 20px}
h1{flex:1}
h1,h2,button{font-size:16px}
main{display:flex;gap:10px;padding:0 20px;overflow:auto;overscroll-behavior:contain;scrollbar-width:thin}
a{flex:0 0 104px;text-decoration:none}
figure{height:130px;border-radius:var(--r);overflow:hidden;background:#8882}
img{width:100%;height:100%;object-fit:cover}
p{margin:8px 0 2px;max-height:2.9em;overflow:hidden}
b span{color:var(--l)}
s{opacity:.6;font-size:12px}
.k{flex-basis:220px}
button{min-width:44px;height:44px;border:0;background:0 0}
.z{width:100%;font-size:12px}
@media(prefers-reduced-motion:no-preference){dialog{animation:u .15s}@keyframes u{0%{translate:0 24px;opacity:0}}}
`;

/** The page of the Back hold, on a phone the whole screen. */
const page = `
:modal{display:flex;flex-direction:column;inset:0;height:100%;max-width:none;max-height:none;border-radius:0}
::backdrop{background:#0008}
:modal header{display:block;padding:28px 20px 16px}
header img{width:auto;height:22px;margin-bottom:20px}
:modal h1{outline:0;font-size:22px;letter-spacing:-.03em}
h2{margin-bottom:12px}
:modal main{flex:1;flex-direction:column;gap:28px;padding:4px 20px 28px}
.g,footer{display:grid;grid-template-columns:1fr 1fr;gap:20px 12px}
.w{display:flex;align-items:center;gap:16px}
.w figure{width:96px}
:modal figure{height:auto;aspect-ratio:4/5}
:modal .k figure{aspect-ratio:5/2}
footer{gap:4px 8px;padding:12px 20px env(safe-area-inset-bottom);border-top:1px solid #8883}
footer :not(.z){height:48px;border:1px solid #8886;border-radius:var(--r);font-weight:700}
footer .y{background:var(--a);color:var(--i);border:0}
footer .z{grid-column:1/3}
@media(min-width:600px){:modal{width:480px;height:min(760px,90%);border-radius:16px}}
`;

export const css = sheet + (HOLD ? page : '');
