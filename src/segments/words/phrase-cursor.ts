import { fail, type Fail } from '../../kernel/result.ts';
import { foldedName } from './vocabulary.ts';

/** So much of what was not understood is shown. */
const SHOWN = 40;
const quotes: Record<string, string> = { '«': '»', '“': '”', '"': '"', '„': '“' };

/** Where a phrase is being read: everything is tried at the place, and moves it when it fits. */
export class Cursor {
  readonly #text: string;
  readonly #folded: string;
  #place = 0;

  constructor(phrase: string) {
    this.#text = phrase.replaceAll(/[\s\u00A0]+/g, ' ').trim();
    this.#folded = this.#text.toLowerCase().replaceAll('ё', 'е');
  }

  at(): number {
    return this.#place;
  }

  back(at: number): void {
    this.#place = at;
  }

  isAtEnd(): boolean {
    this.#skip();
    return this.#place >= this.#text.length;
  }

  /** Whether the words, or any of several divided by `|`, stand here; the longest is taken. */
  takes(forms: string): boolean {
    this.#skip();
    const fits = forms
      .split('|')
      .map(foldedName)
      .filter((form) => form !== '' && this.#folded.startsWith(form, this.#place))
      .filter((form) => this.#isWhole(form))
      .map((form) => form.length);
    const length = Math.max(0, ...fits);
    this.#place += length;
    return length > 0;
  }

  match(pattern: RegExp): RegExpExecArray | null {
    this.#skip();
    const sticky = new RegExp(pattern.source, 'iyu');
    sticky.lastIndex = this.#place;
    const found = sticky.exec(this.#text);
    if (found) this.#place = sticky.lastIndex;
    return found;
  }

  /** What stands between quotes here; a quote's end inside is written twice. */
  quoted(): string | null {
    this.#skip();
    const close = quotes[this.#text[this.#place] ?? ''];
    if (close === undefined) return null;
    let said = '';
    for (let at = this.#place + 1; at < this.#text.length; at += 1) {
      const isClose = this.#text[at] === close;
      if (isClose && this.#text[at + 1] !== close) {
        this.#place = at + 1;
        return said;
      }
      if (isClose) at += 1;
      said += this.#text[at] ?? '';
    }
    return null;
  }

  /** The words up to a bracket, one of the joints, or the end. */
  bare(joints: readonly string[]): string {
    this.#skip();
    const rest = this.#text.slice(this.#place);
    const stop = new RegExp(String.raw`[()]| (?=(?:${joints.join('|')})(?: |\(|$))`, 'iu');
    const end = stop.exec(rest)?.index ?? rest.length;
    this.#place += end;
    return rest.slice(0, end).trim();
  }

  /** A failure that shows the words from here on. */
  stuck(code: string, params: Record<string, string> = {}): Fail {
    this.#skip();
    const rest = this.#text.slice(this.#place, this.#place + SHOWN);
    const isCut = this.#text.length > this.#place + SHOWN;
    const words = isCut || rest === '' ? `${rest}…` : rest;
    return fail(code, { words, ...params }, { phrase: code });
  }

  #skip(): void {
    while (this.#text[this.#place] === ' ') this.#place += 1;
  }

  /** Words end where they end: "и" does not stand in "имя". */
  #isWhole(form: string): boolean {
    const next = this.#folded[this.#place + form.length] ?? '';
    return !(letter.test(form.at(-1) ?? '') && letter.test(next));
  }
}

const letter = /[\p{L}\p{N}_]/u;
