import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { type FoundEntry, mayFind } from './find-entries.ts';
import { messageKind } from './search-kinds.ts';
import type { Stage } from './search-stages.ts';

/** How far back each step looks, in months; the last has no end. */
const steps = [
  [0, 1],
  [1, 3],
  [3, 12],
  [12, null],
] as const;

/**
 * From this share on the newest are read one by one until enough meet the query, below it all that
 * do by the index of words. With 10,000,000 messages, of which 50 are wanted, both take the same
 * here.
 */
const wideShare = 0.016;

/**
 * Messages that meet the query, from the newest month back until there are enough: what is looked
 * for is mostly recent, and the commonest words stand in every month. Each step reads only its
 * months' partitions.
 */
export async function findMessages(
  ctx: Ctx,
  { query, share }: Stage,
  limit: number,
): Promise<FoundEntry[]> {
  if (query === '') return [];
  const read = share >= wideShare ? newestFirst : byWords;
  const found: FoundEntry[] = [];
  for (const [from, to] of steps) {
    const within = sql`
      e.words @@ ${query}::tsquery and e.happened_at <= ${monthsBefore(ctx, from)}
      and e.happened_at > ${to === null ? '-infinity' : monthsBefore(ctx, to)}`;
    const { rows } = await read(ctx, within, limit - found.length).execute(ctx.db);
    found.push(...rows);
    if (found.length >= limit) break;
  }
  return found;
}

type Read = (ctx: Ctx, within: RawBuilder<unknown>, limit: number) => RawBuilder<FoundEntry>;

const columns = sql.raw('e.ref_id, e.subscriber_id, e.title, e.subtitle, e.happened_at');

/** Of what many messages say: from the newest back by search_messages_newest until enough do. */
const newestFirst: Read = (ctx, within, limit) => sql`
  select ${messageKind} as kind, ${columns} from search_messages e
  where  ${within} and ${mayFind(ctx, messageKind)}
  order  by e.happened_at desc limit ${limit}`;

/**
 * Of what few say: all of them by search_messages_words, then the newest that the asker may see.
 * PostgreSQL does not know how few meet a query; with the order in the same step it would walk
 * through whole months. Who may see is asked last, of as many as are wanted.
 */
const byWords: Read = (ctx, within, limit) => sql`
  with met as materialized (
    select ${columns}, e.owner_staff_id, e.team_id from search_messages e where ${within})
  select ${messageKind} as kind, ${columns}
  from   (select * from met order by happened_at desc offset 0) e
  where  ${mayFind(ctx, messageKind)}
  order  by e.happened_at desc limit ${limit}`;

/** The present in the first step takes what is dated ahead, too. */
function monthsBefore(ctx: Ctx, months: number): Date | string {
  if (months === 0) return 'infinity';
  const now = ctx.clock.now();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, now.getUTCDate()));
}
