import { fileButton, make } from './pieces.js';
import { style } from './style.js';
import { words } from './words.js';

/**
 * Puts a chat window on a page of another site:
 * <script type="module" src="https://…/chat/widget.js?channel=7&lang=ru"></script>
 *
 * Everything stands in a shadow root, styled by a constructed sheet, so that a strict content
 * security policy needs to allow no more than scripts of this origin and calls to it.
 */
const OPEN_EVERY_MS = 3000;
const CLOSED_EVERY_MS = 15_000;

/**
 * @typedef {import('./pieces.js').Sent} Sent
 * @typedef {{ id: string, isOurs: boolean, text: string, at: string, files: Sent[] }} Line
 * @typedef {{ title: string, greeting: string, isOpen: boolean, lines: Line[] }} Seen
 * @typedef {{ key: string, text: string }} Unsent
 * @typedef {{ token: string, isShown: boolean, read: number, unsent: Unsent[] }} Kept
 */

const secret = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * What a browser keeps of the talk; where it keeps nothing, the talk lasts as long as the page.
 * @param {string} name
 * @returns {Kept}
 */
function kept(name) {
  const empty = { token: secret(), isShown: false, read: 0, unsent: [] };
  try {
    const text = localStorage.getItem(name);
    return text ? { ...empty, .../** @type {Partial<Kept>} */ (JSON.parse(text)) } : empty;
  } catch {
    return empty;
  }
}

class Chat {
  /** @param {URL} address of this script, with what it is told */
  constructor(address) {
    this.origin = address.origin;
    this.channelId = Number(address.searchParams.get('channel'));
    const language = address.searchParams.get('lang') || document.documentElement.lang || 'ru';
    this.t = language.startsWith('en') ? words.en : words.ru;
    this.name = `bereg-chat ${this.origin} ${this.channelId}`;
    this.kept = kept(this.name);
    this.thanks = '';
    /** @type {Seen | null} */
    this.seen = null;
    this.isAsking = false;
    this.drawn = '';
    this.host = make('div');
    this.root = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.root.adoptedStyleSheets = [sheet];
  }

  start() {
    document.body.append(this.host);
    this.draw();
    void this.ask();
    this.wait();
  }

  /** @param {Partial<Kept>} change */
  keep(change) {
    Object.assign(this.kept, change);
    try {
      localStorage.setItem(this.name, JSON.stringify(this.kept));
    } catch {
      // A browser that keeps nothing forgets the talk with the page.
    }
  }

  wait() {
    const everyMs = this.kept.isShown ? OPEN_EVERY_MS : CLOSED_EVERY_MS;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      if (!document.hidden) await this.ask();
      this.wait();
    }, everyMs);
  }

  /** @param {string} path @param {object} body */
  async post(path, body) {
    const response = await fetch(`${this.origin}${path}`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(String(response.status));
    return response;
  }

  /** @param {string} path @param {object} body @returns {Promise<unknown>} */
  async call(path, body) {
    return (await this.post(path, body)).json();
  }

  /** No address holds the secret, so that none is seen anywhere. @param {number} fileId */
  async bytesOf(fileId) {
    const { channelId } = this;
    const { token } = this.kept;
    return (await this.post(`/api/public/chat/files/${fileId}`, { channelId, token })).blob();
  }

  /** Sends what was not sent, each under its own key, and reads what was said. */
  async ask() {
    if (this.isAsking) return;
    this.isAsking = true;
    const { channelId } = this;
    const { token } = this.kept;
    try {
      for (const { key, text } of this.kept.unsent) {
        const page = location.href.slice(0, 500);
        await this.call('/api/public/chat/messages', { channelId, token, key, text, page });
        const left = this.kept.unsent.filter((one) => one.key !== key);
        this.keep({ unsent: left });
      }
      const seen = await this.call('/api/public/chat/lines', { channelId, token });
      this.seen = /** @type {Seen} */ (seen);
    } catch {
      // Without a line it is tried again, and nothing is lost.
    }
    this.isAsking = false;
    this.draw();
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.keep({ isShown });
    this.draw();
    this.wait();
    void this.ask();
    const place = isShown ? 'textarea, input' : 'button';
    const field = this.root.querySelector(place);
    if (field instanceof HTMLElement) field.focus();
  }

  /** @param {string} text */
  write(text) {
    this.keep({ unsent: [...this.kept.unsent, { key: secret(), text }] });
    this.draw();
    void this.ask();
  }

  draw() {
    const { isShown, unsent, read } = this.kept;
    const lines = this.seen?.lines ?? [];
    const ours = lines.filter((one) => one.isOurs).length;
    if (isShown && ours > read) this.keep({ read: ours });
    const state = JSON.stringify([isShown, unsent, this.seen, isShown ? 0 : read, this.thanks]);
    if (state === this.drawn) return;
    this.drawn = state;
    if (isShown) this.drawWindow(lines);
    else this.drawBubble(Math.max(0, ours - read));
  }

  /** @param {number} unread */
  drawBubble(unread) {
    const button = make('button', { type: 'button', class: 'bubble', 'aria-label': this.t.open });
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M4 4h16v12H8l-4 4z');
    path.setAttribute('fill', 'currentColor');
    svg.append(path);
    button.append(svg);
    if (unread > 0) button.append(make('span', { class: 'count' }, String(unread)));
    button.addEventListener('click', () => this.show(true));
    this.root.replaceChildren(button);
  }

  /** @param {Line[]} lines */
  drawWindow(lines) {
    const { t, seen } = this;
    const { unsent } = this.kept;
    const log = make('div', { class: 'log', role: 'log', 'aria-live': 'polite', tabindex: '0' });
    if (seen?.greeting) log.append(make('p', { class: 'note' }, seen.greeting));
    for (const { isOurs, text, files } of lines) log.append(this.line(isOurs, text, '', files));
    for (const { text } of unsent) log.append(this.line(false, text, t.waiting, []));
    const isTalk = lines.length > 0 || unsent.length > 0;
    const isNobody = seen !== null && !seen.isOpen;
    if (isNobody) log.append(make('p', { class: 'note' }, isTalk ? t.later : t.nobody));
    if (this.thanks) log.append(make('p', { class: 'note' }, this.thanks));
    const close = make('button', { type: 'button', 'aria-label': t.close }, '×');
    close.addEventListener('click', () => this.show(false));
    const title = make('span', {}, seen?.title ?? '');
    const form = isNobody && !isTalk ? this.callForm() : this.lineForm();
    const before = /** @type {HTMLTextAreaElement | null} */ (this.root.querySelector('.words'));
    const typed = before?.value ?? '';
    const hadFocus = before !== null && this.root.activeElement === before;
    const label = seen?.title || t.open;
    const dialog = make('section', { class: 'window', role: 'dialog', 'aria-label': label });
    dialog.append(make('div', { class: 'head' }, title, close), log, form);
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.show(false);
    });
    this.root.replaceChildren(dialog);
    log.scrollTop = log.scrollHeight;
    const field = /** @type {HTMLTextAreaElement | null} */ (this.root.querySelector('.words'));
    if (field) field.value = typed;
    if (hadFocus) field?.focus();
  }

  /** @param {boolean} isOurs @param {string} text @param {string} note @param {Sent[]} files */
  line(isOurs, text, note, files) {
    const { t } = this;
    const who = make('span', { class: 'hidden' }, `${isOurs ? t.we : t.you}: `);
    const line = make('div', { class: isOurs ? 'line' : 'line own' }, who, text);
    line.append(...files.map((file) => fileButton(file, t, () => this.bytesOf(file.id))));
    if (note) line.append(make('small', {}, note));
    return line;
  }

  lineForm() {
    const { t } = this;
    const field = /** @type {HTMLTextAreaElement} */ (
      make('textarea', { class: 'words', rows: '2', maxlength: '4000', 'aria-label': t.write })
    );
    field.placeholder = t.write;
    const form = make('form', {}, field, make('button', { class: 'send' }, t.send));
    const send = () => {
      const text = field.value.trim();
      if (text === '') return;
      field.value = '';
      this.write(text);
    };
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send();
    });
    return form;
  }

  /** Nobody is there: the request goes the way of the site's form. */
  callForm() {
    const { t } = this;
    const phone = /** @type {HTMLInputElement} */ (
      make('input', { type: 'tel', required: '', 'aria-label': t.phone, autocomplete: 'tel' })
    );
    phone.placeholder = t.phone;
    const wanted = /** @type {HTMLTextAreaElement} */ (
      make('textarea', { rows: '2', maxlength: '4000', 'aria-label': t.wanted })
    );
    wanted.placeholder = t.wanted;
    const consent = /** @type {HTMLInputElement} */ (
      make('input', { type: 'checkbox', required: '' })
    );
    const tick = make('label', { class: 'tick' }, consent, make('span', {}, t.consent));
    const said = make('p', { class: 'note', role: 'alert' });
    const button = make('button', { class: 'send' }, t.call);
    const form = make('form', {}, phone, wanted, tick, said, button);
    const key = secret();
    const ask = async () => {
      const page = location.href.slice(0, 500);
      const asked = { phone: phone.value, wanted: wanted.value, consent: consent.checked, page };
      try {
        const answer = await this.call('/api/public/requests', { ...asked, key });
        const { number } = /** @type {{ number: number | null }} */ (answer);
        this.thanks = `${t.thanks} ${number ?? ''}`;
        this.draw();
      } catch {
        said.textContent = t.failed;
      }
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void ask();
    });
    return form;
  }
}

new Chat(new URL(import.meta.url)).start();
