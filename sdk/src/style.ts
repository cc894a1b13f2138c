declare const HOLD: boolean, FULL: boolean;

/*
 * The looks. `--a` accent, `--i` ink on it, `--l` a letter colour, the accent if it can be read, `--b` background, `--t` text, `--r` radius.
 * `#8884` and its like are greys that work on light and dark grounds. `.h` head, `.m` middle, `.f` foot, `.g` goods, `.k` banner, `.w` the one
 * product again, `.z` not for 7 days. Whitespace is taken out by the build.
 */

/** The sheet at the bottom. */
const sheet = `
:host{all:initial!important;display:contents!important}
*{box-sizing:border-box;margin:0;padding:0}
a,button{font:inherit;color:inherit}
dialog{position:fixed;z-index:9999999999;inset:auto 0 0;width:100%;max-width:720px;margin:auto;border:0;border-radius:16px 16px 0 0;box-shadow:0 0 32px #0004;background:var(--b);color:var(--t);word-break:keep-all}
.h{display:flex;align-items:center;padding:8px 8px 4px 20px}
h1{flex:1}
h1,button{font-size:16px}
h2,s,.z{font-size:12px}
h2{margin-bottom:6px}
.m{display:flex;gap:20px;padding:0 20px;overflow:auto;overscroll-behavior:contain;scrollbar-width:none}
section{flex:none}
.g{display:flex;gap:10px}
a{display:block;width:120px;text-decoration:none}
figure{height:150px;border-radius:var(--r);overflow:hidden;background:#8883}
img{width:100%;height:100%;object-fit:cover}
p{margin:8px 0 2px;max-height:2.9em;overflow:hidden}
b span{color:var(--l)}
.k{width:220px}
button{min-width:44px;height:44px;border:0;background:0 0}
.z{width:100%}
`;

/** The page of the Back hold, on a phone the whole screen. */
const page = `
:modal{display:flex;flex-direction:column;inset:0;width:100%;height:100%;max-width:none;max-height:none;overflow:hidden;border-radius:0}
::backdrop{background:#0008}
:modal .h{display:block;padding:28px 20px 16px}
.h img{width:auto;height:22px;margin-bottom:20px}
h1{outline:0}
:modal h1{font-size:22px;letter-spacing:-.03em}
:modal h2{margin-bottom:12px;font-size:16px}
:modal .m{flex:1;flex-direction:column;gap:28px;padding:4px 20px 28px;scrollbar-width:thin}
:modal .g,.f{display:grid;grid-template-columns:1fr 1fr;gap:20px 12px}
:modal a{width:auto}
:modal .w{display:flex;align-items:center;gap:16px}
.w figure{width:96px}
:modal figure{height:auto;aspect-ratio:4/5}
:modal .k figure{aspect-ratio:5/2}
.f{gap:8px;padding:12px 20px env(safe-area-inset-bottom);border-top:1px solid #8883}
.f :not(.z){height:48px;border:1px solid #8886;border-radius:var(--r);font-weight:700}
.f .y{background:var(--a);color:var(--i);border:0}
.f .z{grid-column:1/3}
@media(min-width:600px){:modal{width:480px;height:min(760px,90%);border-radius:16px}}
`;

/**
 * The chunk's own: a page to be closed, a sheet to be left, bar and inline, badges (`.e`), and the blocks that are no goods: `.t` a tile,
 * `.n` numbers, `.o` a coupon's code, `.c` copies it, `.v` is only heard.
 */
const further = `
figure{position:relative}
.m{scrollbar-color:#8888 #0000}
@media(prefers-reduced-motion:no-preference){dialog{animation:u .15s}@keyframes u{0%{translate:0 24px;opacity:0}}}
.v{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
.e{position:absolute;top:6px;left:6px;max-width:calc(100% - 12px);padding:1px 6px;border-radius:4px;background:var(--t);color:var(--b);font-size:11px;font-style:normal;font-weight:700;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
a p{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
:modal .h button{position:absolute;top:16px;right:8px}
:modal h1{padding-right:40px}
.sheet{width:fit-content;min-width:min(480px,100%);max-width:min(960px,100%)}
.sheet .f :not(.z){grid-column:1/3}
.sheet,.bar{padding-bottom:env(safe-area-inset-bottom)}
.bar{display:grid;grid-template:32px 32px/68px 1fr auto auto;align-items:center;width:100%;max-width:560px;overflow:hidden}
.bar .h,.bar .m,.bar section{display:contents}
.bar h2{display:none}
.bar h1{grid-area:1/2;align-self:end;min-width:0;font-size:13px;pointer-events:none}
.bar h1,.bar p{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bar section>div{grid-area:1/1/3/3;min-width:0}
.bar a{display:flex;gap:12px;width:auto;height:64px;padding:10px 12px}
.bar figure{flex:none;width:44px;height:44px}
.bar a div{display:flex;gap:8px;align-items:baseline;align-self:end;min-width:0;font-size:13px}
.bar p{display:block;margin:0}
.bar b{white-space:nowrap}
.bar s,.bar .e{display:none}
.bar button{grid-area:1/4/3}
.bar .z{grid-area:1/3/3;width:76px}
@media(min-width:600px){.bar .z{width:auto}}
.inline{margin:24px 0;border-radius:1px;box-shadow:0 0 0 16px var(--b);background:var(--b);color:var(--t);word-break:keep-all}
.inline .h{padding:0 0 16px}
.inline h2{margin:0;font-size:18px}
h3{margin-bottom:8px;font-size:14px}
.inline .m{flex-direction:column;gap:28px;padding:0;overflow:visible}
.inline .g{gap:12px;overflow:auto;scrollbar-width:none}
.inline a{flex:none;width:150px}
.inline figure{height:200px}
.inline .k{width:auto;max-width:520px}
@media(min-width:700px){.inline .m{flex-flow:row wrap}.inline section{max-width:100%}.inline .k{width:360px}}
.x{position:absolute;top:50%;right:12px;width:44px;border-radius:50%;background:var(--b);color:var(--t);box-shadow:0 1px 8px #0004}
.t{width:240px;padding:14px 16px;border:1px solid #8884;border-radius:var(--r)}
.t.custom{border:0;padding:0}
:modal .t{width:auto}
@media(max-width:699px){.inline .t{width:auto}}
.t p{max-height:none;margin:0 0 4px}
.t h2{margin-bottom:4px;font-size:15px}
.t a{display:inline;width:auto;text-decoration:underline}
.t ul{padding-left:20px}
.t img{height:auto}
.n{font-size:15px;font-variant-numeric:tabular-nums;color:var(--l)}
.countdown .n{display:block;font-size:22px}
.o{display:flex;align-items:center;justify-content:space-between;margin:8px 0;padding-left:12px;border:1px dashed #8888;border-radius:var(--r)}
code{font:700 15px/1 monospace;letter-spacing:.04em}
.c{padding:0 12px;font-size:13px;font-weight:700;color:var(--l)}
`;

export const css = sheet + (HOLD || FULL ? page : '') + (FULL ? further : '');
