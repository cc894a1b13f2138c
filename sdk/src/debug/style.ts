/** The overlay's looks: the console's, small, and out of the mall's way. Whitespace is taken out by the build. */
export const css = `
:host{all:initial!important;display:contents!important}
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit;letter-spacing:0}
aside{--g:#0f766e;--x:#b42318;--m:#667085;--line:#e4e7ec;position:fixed;z-index:2147483000;right:12px;bottom:12px;width:348px;max-height:min(640px,calc(100vh - 24px));display:flex;flex-direction:column;background:#fff;color:#101828;border:1px solid var(--line);border-radius:12px;box-shadow:0 8px 28px #10182833;font:13px/1.5 Pretendard,system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow:hidden;color-scheme:light;word-break:keep-all;overflow-wrap:anywhere}
header{display:flex;align-items:center;gap:8px;padding:6px 6px 6px 14px;border-bottom:1px solid var(--line)}
h1{flex:1;font-size:14px;font-weight:700;white-space:nowrap}
header small{color:var(--m);white-space:nowrap}
small{font-size:12px}
header button{width:36px;height:36px;border:0;border-radius:8px;background:0 0;color:var(--m);font-size:14px;cursor:pointer}
header button:hover{background:#8881}
main{overflow:auto;overscroll-behavior:contain;scrollbar-width:thin;padding:4px 14px 14px}
h2{margin:14px 0 4px;font-size:12px;font-weight:600;color:var(--m)}
h2.r{display:flex;justify-content:space-between}
.t{display:grid;grid-template-columns:1fr auto;align-items:center;column-gap:8px;border-bottom:1px solid var(--line)}
.t:last-of-type{border:0}
details{min-width:0;padding:7px 0}
summary{display:flex;gap:8px;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary>i{flex:none;width:8px;height:8px;margin-top:6px;border-radius:50%;border:2px solid var(--m)}
.y summary>i{background:var(--g);border-color:var(--g)}
summary b{display:block;font-weight:600}
summary small{color:var(--m)}
.y summary small{color:var(--g)}
.s{align-self:start;margin-top:9px;padding:5px 10px;border:1px solid #d0d5dd;border-radius:8px;background:0 0;font-size:12px;font-weight:600;cursor:pointer;white-space:nowrap}
.s:hover{border-color:var(--g);color:var(--g)}
.s:disabled{opacity:.45;cursor:default;border-color:var(--line);color:inherit}
ul{list-style:none;padding:6px 0 2px 16px}
ul li{display:flex;gap:6px;font-size:12px;line-height:1.7;color:var(--m)}
ul li:before{content:'✓';flex:none;width:12px;color:var(--g)}
ul li.n{color:var(--x)}
ul li.n:before{content:'✕';color:var(--x)}
ul li span{margin-left:auto;white-space:nowrap}
.b{position:relative;height:8px;margin:6px 0 8px;border-radius:4px;background:#8882;overflow:hidden}
.b i{position:absolute;inset:0 auto 0 0;background:var(--g)}
.b u{position:absolute;top:0;bottom:0;width:2px;background:#101828}
.f{display:grid;grid-template-columns:repeat(3,1fr);gap:0 12px;font-size:12px;color:var(--m)}
.f p{display:flex;justify-content:space-between;gap:4px}
.f p b{color:#101828;font-weight:400}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;font-size:12px}
dt{color:var(--m)}
dd{text-align:right}
ol{list-style:none;font-size:12px}
ol li{display:grid;grid-template-columns:58px 1fr auto;gap:8px;padding:2px 0}
ol time,ol em{color:var(--m);font-style:normal}
p.q{font-size:12px;color:var(--m)}
aside.c{width:auto}
aside.c main,aside.c header small{display:none}
button:focus-visible,summary:focus-visible{outline:2px solid var(--g);outline-offset:1px}
@media(max-width:600px){aside{right:8px;left:8px;bottom:8px;width:auto;max-height:46vh}aside.c{left:auto}.s{padding:9px 12px}header button{width:44px;height:44px}}
@media(prefers-color-scheme:dark){aside{--g:#2dd4bf;--x:#fda29b;--m:#98a2b3;--line:#2b3340;background:#161b22;color:#e6e9ee;color-scheme:dark}.f p b{color:inherit}.b u{background:#e6e9ee}.s{border-color:#475467}}
`;
