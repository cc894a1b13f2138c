/**
 * The reload page's looks. `--a` accent, `--i` ink on it, `--l` accent as a letter colour, `--b` background, `--t` text, `--r` radius,
 * `--f` font. Whitespace is taken out by the build.
 */
export const css = `
:host{all:initial!important;display:contents!important}
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit;letter-spacing:inherit}
dialog{all:initial;box-sizing:border-box;display:none;position:fixed;z-index:2147483647;inset:0;width:100%;height:100%;max-width:none;max-height:none;
 flex-direction:column;background:var(--b);color:var(--t);font:400 14px/1.45 var(--f);letter-spacing:-.01em;-webkit-text-size-adjust:100%;word-break:keep-all;overflow-wrap:anywhere}
dialog[open]{display:flex}
::backdrop{background:rgb(0 0 0/.45)}
header{padding:28px 20px 4px}
header img{display:block;height:22px;margin-bottom:20px}
h1{font-size:22px;font-weight:700;line-height:1.3;letter-spacing:-.03em;text-wrap:balance}
main{flex:1;overflow:auto;overscroll-behavior:contain;padding:16px 20px 28px}
h2{font-size:15px;font-weight:700;margin:28px 0 12px}
section:first-child h2{margin-top:4px}
.g{display:grid;grid-template-columns:1fr 1fr;gap:22px 12px}
a{display:block;text-decoration:none;min-width:0;-webkit-tap-highlight-color:transparent}
.p{display:block;position:relative;aspect-ratio:4/5;border-radius:var(--r);overflow:hidden;background:color-mix(in srgb,var(--t) 6%,var(--b))}
.p img{display:block;width:100%;height:100%;object-fit:cover}
.n{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;margin-top:10px}
.c{display:flex;flex-wrap:wrap;align-items:baseline;column-gap:5px;margin-top:3px;font-size:15px;font-variant-numeric:tabular-nums}
.c b{font-weight:700}
.c b+b,.c :first-child:last-child{color:inherit}
.o{color:var(--l)}
s{font-size:12px;opacity:.62}
.x .p img{opacity:.4}
.x i{position:absolute;inset:auto 0 0;padding:7px;text-align:center;font-size:12px;font-style:normal;font-weight:600;background:var(--t);color:var(--b);opacity:.86}
.w{display:grid;grid-template-columns:96px 1fr;grid-template-rows:1fr auto auto 1fr;column-gap:16px}
.w .p{grid-row:1/5}
.w .n{grid-row:2;margin:0}
.w .c{grid-row:3;font-size:17px}
.w i{padding:4px}
.k{position:relative;margin-top:28px;border-radius:var(--r);overflow:hidden;background:var(--a);color:var(--i)}
section:first-child .k{margin-top:4px}
.k img{display:block;width:100%;aspect-ratio:5/2;object-fit:cover}
.k b{display:block;padding:16px 18px;font-weight:600}
footer{display:grid;grid-template-columns:1fr 1fr;gap:8px;padding:12px 20px max(8px,env(safe-area-inset-bottom));border-top:1px solid color-mix(in srgb,var(--t) 10%,var(--b))}
button{appearance:none;border:1px solid color-mix(in srgb,var(--t) 28%,var(--b));border-radius:var(--r);background:none;height:50px;font-size:16px;font-weight:600;cursor:pointer;-webkit-tap-highlight-color:transparent}
.y{background:var(--a);border-color:var(--a);color:var(--i)}
.z{grid-column:1/-1;justify-self:center;height:36px;padding:0 16px;border:0;font-size:12px;font-weight:400;opacity:.7}
h1{outline:0}
a:focus-visible,button:focus-visible{outline:2px solid var(--t);outline-offset:2px}
@media(hover:hover){a:hover .n{text-decoration:underline;text-underline-offset:3px}}
@media(prefers-reduced-motion:no-preference){dialog[open]{animation:u .15s ease-out}@keyframes u{from{transform:translateY(16px);opacity:0}}}
@media(min-width:600px){
 dialog:modal{inset:0;margin:auto;width:480px;height:min(760px,90vh);border-radius:calc(var(--r) + 8px);overflow:hidden}
 .s{left:auto;right:24px;bottom:24px;width:400px;border-radius:calc(var(--r) + 8px)}
}
.s{inset:auto 0 0;height:auto;border-radius:calc(var(--r) + 8px) calc(var(--r) + 8px) 0 0;box-shadow:0 0 0 1px rgb(0 0 0/.06),0 -6px 32px rgb(0 0 0/.16)}
.s header{display:flex;align-items:center;gap:8px;padding:12px 8px 8px 20px}
.s header img,.s h2{display:none}
.s h1{flex:1;font-size:16px}
.s header button{border:0;width:44px;height:44px;font-size:20px;font-weight:400}
.s main{display:flex;gap:10px;overflow:auto hidden;padding:0 20px 4px;scroll-snap-type:x proximity;scroll-padding:20px;scrollbar-width:none}
.s section,.s .g{display:contents}
.s a{flex:0 0 116px;scroll-snap-align:start}
.s .n{-webkit-line-clamp:1;font-size:13px;margin-top:8px}
.s .c{font-size:14px}
.s s{display:none}
.s footer{border:0;padding-top:0}
.s .k{margin:0;flex-basis:220px}
.s .k img{aspect-ratio:220/145}
`;
