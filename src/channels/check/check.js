/**
 * Offers addresses while one types, with slips and old names understood. Without this script the
 * address is sent as it was typed, and understood by the server.
 */
const SHORT_PAUSE_MS = 150;

const field = document.querySelector('input[name="text"]');
const found = document.querySelector('#found');
const card = document.querySelector('main');
const isFramed = globalThis.parent !== globalThis.window;
let timer = 0;

document.documentElement.classList.toggle('framed', isFramed);

/** The page around the frame is told how high this one is, so that nothing has to scroll. */
function tellHeight() {
  if (!isFramed || !card) return;
  const heightPx = Math.ceil(card.getBoundingClientRect().height);
  globalThis.parent.postMessage({ type: 'bereg-form', heightPx }, '*');
}

/** @param {{ buildingId: number | null, text: string, formerName: string | null }} row */
function itemOf(row) {
  const item = document.createElement('li');
  const pick = document.createElement('button');
  pick.type = 'button';
  pick.textContent = row.formerName ? `${row.text} (${row.formerName})` : row.text;
  pick.addEventListener('click', () => choose(row));
  item.append(pick);
  return item;
}

/** @param {{ buildingId: number | null, text: string }} row */
function choose(row) {
  if (!(field instanceof HTMLInputElement) || !(found instanceof HTMLElement)) return;
  found.hidden = true;
  if (row.buildingId === null) {
    field.value = `${row.text}, `;
    field.focus();
    return;
  }
  const address = new URL(location.href);
  address.search = '';
  for (const name of ['lang', 'theme']) {
    const input = document.querySelector(`input[name="${name}"]`);
    if (input instanceof HTMLInputElement) address.searchParams.set(name, input.value);
  }
  address.searchParams.set('text', row.text);
  address.searchParams.set('building', String(row.buildingId));
  location.assign(address);
}

async function suggest() {
  if (!(field instanceof HTMLInputElement) || !(found instanceof HTMLElement)) return;
  const text = field.value.trim();
  if (text.length < 2) {
    found.hidden = true;
    return;
  }
  const asked = new URLSearchParams({ text });
  const response = await fetch(`/api/public/address-check/suggestions?${asked}`, {
    headers: { 'accept-language': document.documentElement.lang },
  });
  // What was typed meanwhile is asked about already.
  if (!response.ok || field.value.trim() !== text) return;
  const { rows } = /** @type {{ rows: Parameters<typeof itemOf>[0][] }} */ (await response.json());
  found.replaceChildren(...rows.map(itemOf));
  found.hidden = rows.length === 0;
}

field?.addEventListener('input', () => {
  clearTimeout(timer);
  // A failed question is asked again with the next letter.
  timer = setTimeout(() => void suggest().catch(() => undefined), SHORT_PAUSE_MS);
});
new ResizeObserver(tellHeight).observe(document.body);
tellHeight();
