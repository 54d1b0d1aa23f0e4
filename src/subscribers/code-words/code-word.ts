import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ClusterIds } from '../slots.ts';
import { isWordOf } from './hash-word.ts';

type Kept = { hash: string; hint: string; setAt: Date };

/** The word of a cluster: the newest, whichever of those who were merged it was told of. */
async function keptOf(ctx: Ctx, ids: ClusterIds): Promise<Kept | undefined> {
  // code_words_pkey
  const { rows } = await sql<Kept>`
    select hash, hint, set_at from code_words
    where  subscriber_id = any(${ids}::bigint[])
    order  by set_at desc, subscriber_id limit 1`.execute(ctx.db);
  return rows[0];
}

/** What may be shown of it: that there is one, since when, and what reminds of it. */
export async function codeWordOf(
  ctx: Ctx,
  ids: ClusterIds,
): Promise<{ hint: string; setAt: Date } | null> {
  const kept = await keptOf(ctx, ids);
  return kept ? { hint: kept.hint, setAt: kept.setAt } : null;
}

/** Whether it is their word; null where they have none. */
export async function isTheirWord(
  ctx: Ctx,
  ids: ClusterIds,
  word: string,
): Promise<boolean | null> {
  const kept = await keptOf(ctx, ids);
  return kept ? isWordOf(kept.hash, word) : null;
}
