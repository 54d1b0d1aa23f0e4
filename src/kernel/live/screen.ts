import type { ServerResponse } from 'node:http';
import type { Ctx } from '../context.ts';
import { heardBy } from './audience.ts';
import type { LiveNote } from './hub.ts';

/** A screen that does not read its updates is let go; it comes back by its cursor. */
const BACKLOG_LIMIT_BYTES = 1_048_576;

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
    for (const note of heard) this.write(`data: ${JSON.stringify(note)}\n\n`);
    const last = news.findLast((one) => 'cursor' in one);
    if (!last || last.cursor === this.#cursor) return;
    this.#cursor = last.cursor;
    this.write(`id: ${last.cursor}\nevent: cursor\ndata: ${last.cursor}\n\n`);
  }
}
