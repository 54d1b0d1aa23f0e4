/**
 * Makes the request form send itself without leaving the page. Without this script the form is
 * posted as forms always were.
 */
const LEAST_FILL_MS = 3500;

const form = document.querySelector('form');
const card = document.querySelector('main');
const thanks = document.querySelector('section');
const isFramed = globalThis.parent !== globalThis.window;
const shownAtMs = performance.now();

document.documentElement.classList.toggle('framed', isFramed);

/** The page around the frame is told how high the form is, so that nothing has to scroll. */
function tellHeight() {
  if (!isFramed || !card) return;
  const heightPx = Math.ceil(card.getBoundingClientRect().height);
  globalThis.parent.postMessage({ type: 'bereg-form', heightPx }, '*');
}

/**
 * @param {string} name
 * @returns {HTMLInputElement | null}
 */
function inputOf(name) {
  const input = form?.elements.namedItem(name);
  return input instanceof HTMLInputElement ? input : null;
}

/**
 * @param {string} name a field, or nothing for the whole form
 * @param {string} text
 */
function showWrong(name, text) {
  const place = document.getElementById(name === '' ? 'wrong' : `wrong-${name}`);
  if (!place) return;
  place.textContent = text;
  place.hidden = text === '';
  inputOf(name)?.setAttribute('aria-invalid', String(text !== ''));
}

function clearWrong() {
  for (const name of ['', 'name', 'phone', 'address', 'consent']) showWrong(name, '');
}

/** @param {{ title?: string, fields?: Record<string, string> }} problem */
function showProblem(problem) {
  const fields = Object.entries(problem.fields ?? {});
  for (const [name, text] of fields) showWrong(name, text);
  if (fields.length === 0) showWrong('', problem.title ?? form?.dataset['offline'] ?? '');
  inputOf(fields[0]?.[0] ?? '')?.focus();
}

/** @param {{ number: number | null }} answer */
function showThanks({ number }) {
  const line = document.getElementById('number');
  if (!form || !thanks || !line) return;
  line.hidden = number === null;
  line.append(` ${number ?? ''}`);
  form.hidden = true;
  thanks.hidden = false;
  thanks.focus();
}

/** A form that a browser filled by itself may be sent at once; the least time is waited out here. */
function leastTime() {
  const restMs = LEAST_FILL_MS - (performance.now() - shownAtMs);
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, restMs));
  });
}

/**
 * The key makes a form that is sent twice one request. Words changed since the first sending make
 * another, so it is sent again under a key of its own.
 * @param {HTMLFormElement} filled
 * @returns {Promise<void>}
 */
async function send(filled) {
  const request = Object.fromEntries(new FormData(filled));
  await leastTime();
  const response = await fetch('/api/public/requests', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': document.documentElement.lang,
      'idempotency-key': inputOf('key')?.value ?? '',
    },
    body: JSON.stringify(request),
  });
  const key = inputOf('key');
  if (response.status === 409 && key) {
    key.value = `${key.value.slice(0, 100)}-${Date.now()}`;
    return send(filled);
  }
  if (response.ok) showThanks(/** @type {{ number: number | null }} */ (await response.json()));
  else showProblem(/** @type {{ title?: string }} */ (await response.json()));
  return undefined;
}

/**
 * @param {HTMLFormElement} filled
 * @param {HTMLButtonElement} button
 */
async function sendOnce(filled, button) {
  if (button.getAttribute('aria-busy') === 'true') return;
  const words = button.textContent;
  clearWrong();
  button.setAttribute('aria-busy', 'true');
  button.textContent = filled.dataset['sending'] ?? '';
  try {
    await send(filled);
  } catch {
    showWrong('', filled.dataset['offline'] ?? '');
  } finally {
    button.removeAttribute('aria-busy');
    button.textContent = words;
  }
}

const button = form?.querySelector('button');
if (form && button) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sendOnce(form, button);
  });
  const page = inputOf('page');
  if (page) page.value ||= document.referrer.slice(0, 500);
}
new ResizeObserver(tellHeight).observe(document.body);
tellHeight();
