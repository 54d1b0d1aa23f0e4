import pg from 'pg';
import { liveChannel, liveEventTypes } from '../events/journal.ts';
import type { Logger } from '../log.ts';

/** What a screen is told: enough to know what to fetch again. */
export type LiveNote = {
  eventId: number;
  type: string;
  subjectKind: string;
  subjectId: number;
  subscriberId: number | null;
  facts: Record<string, unknown>;
};

export type Listener = {
  onNote: (note: LiveNote) => void;
  /** Every event of transactions older than this cursor has been told. */
  onCursor: (cursor: string) => void;
};

const SWEEP_MS = 1000;
const READ_LIMIT = 5000;

/**
 * One per operator and web process. NOTIFY brings committed events at once; a sweep each second
 * reads the journal itself, which heals what a lost connection swallowed and moves the cursor.
 */
export class LiveHub {
  readonly #url: string;
  readonly #schema: string;
  readonly #pool: pg.Pool;
  readonly #log: Logger;
  readonly #listeners = new Set<Listener>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #cursor = '0';
  #told = new Set<number>();
  #toldBefore = new Set<number>();
  #isSweeping = false;

  constructor(options: { url: string; schema: string; pool: pg.Pool; log: Logger }) {
    this.#url = options.url;
    this.#schema = options.schema;
    this.#pool = options.pool;
    this.#log = options.log;
  }

  async start(): Promise<void> {
    this.#cursor = await this.#now();
    await this.#listen();
    this.#timer = setInterval(() => void this.#sweep(), SWEEP_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    client?.removeAllListeners('end');
    await client?.end().catch(() => undefined);
  }

  /** Adds a screen. With a cursor it is first told what it missed. */
  async join(listener: Listener, since?: string): Promise<() => void> {
    if (this.#listeners.size === 0) this.#cursor = await this.#now();
    this.#listeners.add(listener);
    if (since && /^\d{1,20}$/.test(since)) await this.#catchUp(listener, since);
    else listener.onCursor(this.#cursor);
    return () => this.#listeners.delete(listener);
  }

  /** Tells one screen all that was committed from its cursor on, page by page. */
  async #catchUp(listener: Listener, since: string): Promise<void> {
    let from = since;
    for (;;) {
      let next = from;
      const notes = await this.#read(from, (cursor) => {
        next = cursor;
      });
      for (const note of notes) listener.onNote(note);
      if (notes.length < READ_LIMIT || next === from) return;
      from = next;
    }
  }

  get size(): number {
    return this.#listeners.size;
  }

  async #now(): Promise<string> {
    const { rows } = await this.#pool.query<{ xmin: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
    );
    return rows[0]?.xmin ?? '0';
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'bereg live',
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => {
      if (payload) this.#tell(JSON.parse(payload) as LiveNote);
    });
    client.on('error', (error) => this.#log.warn({ error }, 'live: connection lost'));
    client.on('end', () => {
      if (this.#client !== client) return;
      this.#client = undefined;
      setTimeout(() => void this.#listen().catch(() => undefined), 1000).unref();
    });
    await client.connect();
    await client.query(`listen ${liveChannel(this.#schema)}`);
    this.#client = client;
  }

  #tell(note: LiveNote): void {
    if (this.#told.has(note.eventId) || this.#toldBefore.has(note.eventId)) return;
    this.#told.add(note.eventId);
    if (this.#told.size > 10_000) {
      this.#toldBefore = this.#told;
      this.#told = new Set();
    }
    for (const listener of this.#listeners) listener.onNote(note);
  }

  async #sweep(): Promise<void> {
    if (this.#isSweeping || this.#listeners.size === 0) return;
    this.#isSweeping = true;
    try {
      const notes = await this.#read(this.#cursor, (xmin) => {
        this.#cursor = xmin;
      });
      for (const note of notes) this.#tell(note);
      for (const listener of this.#listeners) listener.onCursor(this.#cursor);
    } catch (error) {
      this.#log.warn({ error }, 'live: sweep failed');
    } finally {
      this.#isSweeping = false;
    }
  }

  /**
   * Committed events of transactions from `since` on, and the cursor for the next time: both from
   * one statement, hence one snapshot, so nothing falls between them.
   */
  async #read(since: string, onCursor?: (xmin: string) => void): Promise<LiveNote[]> {
    // events_feed (transaction_id, id)
    const { rows } = await this.#pool.query<LiveNote & { xmin: string; transactionId: string }>(
      `select s.xmin::text as xmin, e.transaction_id::text as "transactionId", e.id as "eventId",
              e.type, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
              e.subscriber_id as "subscriberId", e.facts
       from   (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) s
       left   join lateral (
         select id, transaction_id, type, subject_kind, subject_id, subscriber_id, facts
         from   events where transaction_id >= $1::xid8 and type = any($2)
         order by transaction_id, id limit ${READ_LIMIT}
       ) e on true`,
      [since, liveEventTypes()],
    );
    // A full page may have left some behind: the next sweep goes on from its last transaction.
    const last = rows.at(-1);
    if (last) onCursor?.(rows.length < READ_LIMIT ? last.xmin : last.transactionId);
    return rows.filter((row) => row.type !== null);
  }
}
