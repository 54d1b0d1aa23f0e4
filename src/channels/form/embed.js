/**
 * Puts the request form on a page of another site, where this script's tag stands:
 * <script src="https://…/form/embed.js" data-lang="ru" data-theme="light" async></script>
 * With data-page="check" it is the address check, which leads to the form.
 */
const tag = document.currentScript;

/** @param {HTMLScriptElement} script */
function putForm(script) {
  const { origin } = new URL(script.src);
  const { lang = '', theme = 'auto', title = 'Заявка', page = 'form' } = script.dataset;
  const address = new URL(page === 'check' ? '/check' : '/form', origin);
  if (lang) address.searchParams.set('lang', lang);
  address.searchParams.set('theme', theme);

  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = title;
  frame.style.cssText = 'display:block;width:100%;max-width:480px;height:820px;border:0';
  script.after(frame);

  globalThis.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const said = /** @type {{ type?: string, heightPx?: number } | null} */ (event.data);
    if (said?.type !== 'bereg-form' || typeof said.heightPx !== 'number') return;
    frame.style.height = `${Math.min(2000, said.heightPx)}px`;
  });
}

if (tag instanceof HTMLScriptElement) putForm(tag);
