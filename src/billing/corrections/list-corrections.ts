import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { CorrectionQueue } from '../api/correction-kinds.ts';
import type { Correction } from '../api/shapes.ts';
import { holderJoins, reachesAccount, reachesProposal } from '../reach.ts';
import { readCorrections } from './correction-rows.ts';
import { ownLimits } from './limits.ts';

type Input = { queue: CorrectionQueue; cursor?: string | undefined; limit: number };
type Page = { corrections: z.input<typeof Correction>[]; nextCursor: string | null };

/** A queue of corrections: what waits, the oldest first; what was decided, the latest first. */
export async function listCorrections(
  ctx: Ctx,
  { queue, cursor, limit }: Input,
): Promise<Result<Page>> {
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const isOldestFirst = queue === 'mine_to_decide' || queue === 'waiting';
  const [beyond, order] = isOldestFirst ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const after = place.value === null ? sql`true` : sql`c.id ${beyond} ${place.value[0]}`;
  const which = await conditionOf(ctx, queue);
  // corrections_waiting (id) where state = 'proposed', corrections_decided (id desc) where
  // state <> 'proposed', corrections_proposer (proposed_by, id desc)
  const rows = await readCorrections(
    ctx,
    sql`${which} and ${after} order by c.id ${order} limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return ok({ corrections: page, nextCursor: last ? makeCursor([last.id]) : null });
}

/** How many wait for the decision of the asker. */
export async function countCorrections(ctx: Ctx): Promise<Result<{ count: number }>> {
  const which = await conditionOf(ctx, 'mine_to_decide');
  // corrections_waiting (id) where state = 'proposed'
  const { rows } = await sql<{ count: number }>`
    select count(*) from corrections c
    join   accounts a on a.id = c.account_id ${holderJoins}
    where  ${reachesAccount(ctx, 'billing.view')} and ${which}`.execute(ctx.db);
  return ok({ count: rows[0]?.count ?? 0 });
}

async function conditionOf(ctx: Ctx, queue: CorrectionQueue): Promise<RawBuilder<unknown>> {
  const me = staffIdOf(ctx.actor);
  if (queue === 'waiting') return sql`c.state = 'proposed'`;
  if (queue === 'proposed_by_me') return sql`c.proposed_by = ${me}`;
  if (queue === 'decided') return sql`c.state <> 'proposed'`;
  if (reachOf(ctx.actor, 'billing.approve_correction') === null) return sql`false`;
  const { othersMinor, ownMinor } = await ownLimits(ctx);
  const within = (limit: number | null): RawBuilder<unknown> =>
    limit === null
      ? sql`true`
      : sql`(abs(c.amount_minor) <= ${limit} and a.currency = ${ctx.operator.currency})`;
  return sql`c.state = 'proposed' and ${reachesProposal(ctx)}
    and case when c.proposed_by = ${me} then ${within(ownMinor)} else ${within(othersMinor)} end`;
}
