import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type Described, workHolders } from '../work-holders.ts';
import type { MentionReason } from './tell-news.ts';

type Row = {
  id: number;
  entity: string;
  entityId: number;
  byName: string | null;
  reason: MentionReason;
  mentionedAt: Date;
  isSeen: boolean;
};
type Told = Row & Pick<Described, 'title' | 'path'>;

const Place = z.tuple([z.int()]);

/** Where the asker was called, and news of what they watch; of that what they may see. */
export async function listMentions(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Result<{ rows: Told[]; next: string | null; unseenCount: number }>> {
  const place = placeAfter(cursor, Place);
  if (!place.ok) return place;
  const me = staffIdOf(ctx.actor);
  // mentions_of (staff_id, id desc)
  const { rows } = await sql<Row>`
    select m.id, m.entity, m.entity_id, b.name as by_name, m.reason,
           m.mentioned_at, m.seen_at is not null as is_seen
    from   mentions m left join staff b on b.id = m.by_staff_id
    where  m.staff_id = ${me} and m.id < ${place.value?.[0] ?? Number.MAX_SAFE_INTEGER}
    order  by m.id desc limit ${limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    rows: await describe(ctx, shown),
    next: last && rows.length > limit ? makeCursor([last.id]) : null,
    unseenCount: await countUnseen(ctx, me),
  });
}

/** Beyond these nobody asks how many there are. */
const MOST_COUNTED = 200;

/** Those alone that the list shows: of what passed out of reach nobody could take note. */
async function countUnseen(ctx: Ctx, me: number | null): Promise<number> {
  // mentions_unseen (staff_id) where seen_at is null
  const { rows } = await sql<Row>`
    select id, entity, entity_id from mentions
    where  staff_id = ${me} and seen_at is null
    order  by id desc limit ${MOST_COUNTED}`.execute(ctx.db);
  return (await describe(ctx, rows)).length;
}

async function describe(ctx: Ctx, rows: readonly Row[]): Promise<Told[]> {
  const known = new Map<string, Described>();
  for (const { piece } of workHolders.fills) {
    const ids = rows.filter(({ entity }) => entity === piece.entity).map((row) => row.entityId);
    if (ids.length === 0) continue;
    for (const one of await piece.describe(ctx, ids)) known.set(`${piece.entity} ${one.id}`, one);
  }
  return rows.flatMap((row) => {
    const found = known.get(`${row.entity} ${row.entityId}`);
    return found ? [{ ...row, title: found.title, path: found.path }] : [];
  });
}
