import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { type FoundEntry, mayFind } from './find-entries.ts';
import { messageKind } from './search-kinds.ts';

/** How far back each step looks, in months; the last has no end. */
const steps = [
  [0, 1],
  [1, 3],
  [3, 12],
  [12, null],
] as const;

/**
 * Messages that meet the query, from the newest month back until there are enough: what is looked
 * for is mostly recent, and the commonest words stand in every month. Each step reads only its
 * months' partitions: by search_messages_words where few meet the query, else from the newest back
 * by search_messages_newest until there are enough.
 */
export async function findMessages(ctx: Ctx, query: string, limit: number): Promise<FoundEntry[]> {
  const found: FoundEntry[] = [];
  for (const [from, to] of steps) {
    const { rows } = await sql<FoundEntry>`
      select ${messageKind} as kind, m.ref_id, m.subscriber_id, m.title, m.subtitle, m.happened_at
      from (select e.ref_id, e.subscriber_id, e.title, e.subtitle, e.happened_at
            from search_messages e
            where e.words @@ ${query}::tsquery
              and e.happened_at <= ${monthsBefore(ctx, from)}
              and e.happened_at > ${to === null ? '-infinity' : monthsBefore(ctx, to)}
              and ${mayFind(ctx, messageKind)}
            order by e.happened_at desc
            limit ${limit - found.length}) m
      order by m.happened_at desc`.execute(ctx.db);
    found.push(...rows);
    if (found.length >= limit) break;
  }
  return found;
}

/** The present in the first step takes what is dated ahead, too. */
function monthsBefore(ctx: Ctx, months: number): Date | string {
  if (months === 0) return 'infinity';
  const now = ctx.clock.now();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, now.getUTCDate()));
}
