import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { findWaiting, type Found } from '../offering/find-waiting.ts';
import { type Foreseen, foretellTouches } from '../offering/foretell-touches.ts';
import { type DeskRow, rowsWhere } from '../queues/row-query.ts';
import { reaches } from '../reach.ts';
import { loadSettings } from '../settings/desk-clock.ts';
import { handsHere } from './hands.ts';
import { type Pace, paceOf } from './pace.ts';

export type Foresight = Pace & {
  /** How many of those within reach wait for their first touch, and how many will be late. */
  waiting: number;
  late: number;
  /** Of those here, who can begin at once, and who has something to see to first. */
  free: number;
  busy: number;
  /** What will be touched after its norm, in the order of the queue; null: nobody will be asked. */
  rows: (DeskRow & { touchAt: Date | null })[];
};

/** Further back in the queue nobody looks, and all of it is late anyhow. */
const MOST_WAITING = 200;
const MOST_ROWS = 50;

/**
 * What will break the norm of its first touch at the pace of now: it is told from the whole queue
 * and everybody at the desk, and shown as far as one may give work.
 */
export async function foreseeLate(ctx: Ctx): Promise<Foresight> {
  const { skillWaitSeconds, offerLimit, channelLoads } = await loadSettings(ctx);
  const [found, hands, pace] = await Promise.all([
    findWaiting(ctx, skillWaitSeconds, { limit: MOST_WAITING, isOfferedToo: true }),
    handsHere(ctx),
    paceOf(ctx),
  ]);
  const now = ctx.clock.now().getTime();
  const touches = foretellTouches(
    found.map((one) => foreseen(one, now, skillWaitSeconds)),
    hands,
    { touchSeconds: pace.touchSeconds, offerLimit, loads: channelLoads },
  );
  const touchAt = ({ conversationId }: Found): Date | null => {
    const inSeconds = touches.get(conversationId) ?? null;
    return inSeconds === null ? null : new Date(now + Math.round(inSeconds * 1000));
  };
  const untouched = await within(
    ctx,
    found.filter((one) => one.touchedAt === null),
  );
  const late = untouched.filter((one) => {
    const at = touchAt(one);
    return one.touchDueAt.getTime() > now && (at === null || at > one.touchDueAt);
  });
  const free = hands.filter(({ own }) => own.length === 0).length;
  const rows = await rowsOf(ctx, late.slice(0, MOST_ROWS));
  return {
    ...pace,
    waiting: untouched.length,
    late: late.length,
    free,
    busy: hands.length - free,
    rows: late.flatMap((one) => {
      const row = rows.get(one.conversationId);
      return row ? [{ ...row, touchAt: touchAt(one) }] : [];
    }),
  };
}

function foreseen(found: Found, nowMs: number, skillWaitSeconds: number): Foreseen {
  const from = (at: Date): number => (at.getTime() - nowMs) / 1000;
  return {
    ...found,
    skillWaitOverIn: from(found.offerFrom) + skillWaitSeconds,
    escalatesIn: found.escalateAt && from(found.escalateAt),
  };
}

async function within(ctx: Ctx, found: readonly Found[]): Promise<Found[]> {
  if (found.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select c.id from conversations c
    where  c.id = any(${found.map((one) => one.conversationId)}::bigint[])
    and    ${reaches(ctx, 'conversations.assign')}`.execute(ctx.db);
  const seen = new Set(rows.map(({ id }) => id));
  return found.filter((one) => seen.has(one.conversationId));
}

async function rowsOf(ctx: Ctx, found: readonly Found[]): Promise<Map<number, DeskRow>> {
  if (found.length === 0) return new Map();
  const where = sql`c.id = any(${found.map((one) => one.conversationId)}::bigint[])`;
  const rows = await rowsWhere(ctx, where, sql`c.urgent_at, c.id`, MOST_ROWS);
  return new Map(rows.map((row) => [row.id, row]));
}
