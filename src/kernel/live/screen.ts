import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ctx } from '../context.ts';
import { heardBy } from './audience.ts';
import type { LiveNote } from './hub.ts';

/** A screen that does not read its updates is let go; it comes back by its cursor. */
const BACKLOG_LIMIT_BYTES = 1_048_576;

/** What comes in a rush is told together, so often at most; the first of it is told at once. */
const TELL_EVERY_MS = 250;

/** Told to many screens, a note is written out once. */
const lines = new WeakMap<LiveNote, string>();

function lineOf(note: LiveNote): string {
  const known = lines.get(note) ?? `data: ${JSON.stringify(note)}\n\n`;
  lines.set(note, known);
  return known;
}

type News = { note: LiveNote } | { cursor: string };

/**
 * One open stream: tells what the one who looks may hear, in the order in which it came. A cursor
 * goes out behind the notes before it, so that a screen that resumes has missed none.
 */
export class Screen {
  readonly #out: ServerResponse;
  #ctx: Ctx;
  #waiting: News[] = [];
  #isTelling = false;
  #cursor = '';

  constructor(out: ServerResponse, ctx: Ctx) {
    this.#out = out;
    this.#ctx = ctx;
  }

  /** What the one who looks may do can change while the stream is open. */
  lookAs(ctx: Ctx): void {
    this.#ctx = ctx;
  }

  hear(news: News): void {
    this.#waiting.push(news);
    if (!this.#isTelling) void this.#tellAll();
  }

  write(text: string): void {
    if (this.#out.writableLength > BACKLOG_LIMIT_BYTES) this.#out.destroy();
    else this.#out.write(text);
  }

  async #tellAll(): Promise<void> {
    this.#isTelling = true;
    try {
      while (this.#waiting.length > 0) {
        const news = this.#waiting;
        this.#waiting = [];
        await this.#tell(news);
        if (news.some((one) => 'note' in one)) {
          await pause(TELL_EVERY_MS, undefined, { ref: false });
        }
      }
    } catch (error) {
      // It comes back by its cursor and asks again.
      this.#ctx.log.warn({ err: error }, 'live: a screen was let go');
      this.#out.destroy();
    } finally {
      this.#isTelling = false;
    }
  }

  async #tell(news: readonly News[]): Promise<void> {
    const notes = news.flatMap((one) => ('note' in one ? [one.note] : []));
    const heard = notes.length > 0 ? await heardBy(this.#ctx, notes) : [];
    if (heard.length > 0) this.write(heard.map(lineOf).join(''));
    const last = news.findLast((one) => 'cursor' in one);
    if (!last || last.cursor === this.#cursor) return;
    this.#cursor = last.cursor;
    this.write(`id: ${last.cursor}\nevent: cursor\ndata: ${last.cursor}\n\n`);
  }
}
