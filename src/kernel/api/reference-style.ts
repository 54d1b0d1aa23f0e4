/** The look of the reference page: the app's own colours, in light and dark. */
export const referenceStyle = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f4f6f8, #0d1014); --surface: light-dark(#fff, #15191f);
  --soft: light-dark(#eef1f4, #1e242c); --line: light-dark(#e2e6eb, #262d36);
  --text: light-dark(#17202b, #e3e8ed); --text-2: light-dark(#55606e, #9ea8b4);
  --accent: light-dark(#0a6560, #52cdc1);
  --teal: light-dark(#dbf2ef, #0e3532); --on-teal: light-dark(#07524e, #8fe3da);
  --blue: light-dark(#dcebfb, #122d4b); --on-blue: light-dark(#14488a, #9fcbfb);
  --amber: light-dark(#fef0cb, #3b2a08); --on-amber: light-dark(#7a4604, #f4c765);
  --red: light-dark(#fde5e5, #431618); --on-red: light-dark(#a01a1e, #ffb0b0);
}
* { box-sizing: border-box }
html { scroll-padding-top: 16px }
body { margin: 0; display: grid; grid-template-columns: 232px minmax(0, 1fr); min-height: 100vh;
  background: var(--canvas); color: var(--text);
  font: 13px/1.5 'Inter Variable', Inter, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif }
a { color: var(--accent); text-decoration: none } a:hover { text-decoration: underline }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 0 8px 16px;
  border-right: 1px solid var(--line); background: var(--surface) }
nav b { display: flex; align-items: center; height: 52px; margin: 0 -8px 12px; padding: 0 16px;
  border-bottom: 1px solid var(--line); font-size: 15px; font-weight: 600 }
nav a { display: flex; justify-content: space-between; padding: 6px 8px; border-radius: 6px;
  color: var(--text-2); font-weight: 500 }
nav a:hover { background: var(--canvas); color: var(--text); text-decoration: none }
nav span { font-variant-numeric: tabular-nums; font-weight: 400 }
main { width: 100%; max-width: 960px; padding: 20px 24px 64px }
h1 { margin: 0 0 4px; font-size: 18px; font-weight: 600 }
h2 { margin: 32px 0 8px; font-size: 15px; font-weight: 600 }
p a { text-decoration: underline }
p { margin: 0 0 8px; color: var(--text-2); max-width: 720px }
section { border: 1px solid var(--line); border-radius: 8px; background: var(--surface);
  overflow: hidden }
details + details { border-top: 1px solid var(--line) }
summary { display: grid; grid-template-columns: 64px minmax(0, 5fr) minmax(0, 7fr); gap: 4px 12px;
  align-items: baseline; padding: 8px 12px; cursor: pointer; list-style: none }
summary::-webkit-details-marker { display: none }
summary:hover, details[open] > summary { background: var(--canvas) }
summary > span { color: var(--text-2) }
code, pre { font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
summary code { overflow-wrap: anywhere; font-weight: 500 }
pre { margin: 0; padding: 8px 12px; border-radius: 6px; background: var(--soft); overflow: auto }
.method { justify-self: start; padding: 1px 6px; border-radius: 4px; font-size: 11px;
  font-weight: 600; line-height: 18px; background: var(--soft) }
.GET { background: var(--teal); color: var(--on-teal) }
.POST { background: var(--blue); color: var(--on-blue) }
.PUT, .PATCH { background: var(--amber); color: var(--on-amber) }
.DELETE { background: var(--red); color: var(--on-red) }
dl { display: grid; grid-template-columns: 88px minmax(0, 1fr); gap: 8px 12px; margin: 0;
  padding: 12px; border-top: 1px solid var(--line) }
dt { color: var(--text-2); padding-top: 8px } dt.line { padding: 0 } dd { margin: 0 }
@media (max-width: 720px) {
  body { display: block }
  nav { position: static; height: auto; display: flex; gap: 4px; padding: 0 8px;
    border-right: 0; border-bottom: 1px solid var(--line) }
  nav b { display: none } nav span { display: none }
  summary { grid-template-columns: 64px minmax(0, 1fr) } summary > span { grid-column: 1 / -1 }
  dl { grid-template-columns: minmax(0, 1fr) } main { padding: 16px 12px 48px }
}`;
