import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { BAND_BOUNDS, bandOf } from '../worth/bands.ts';

type Counts = { kept: number; tried: number };

/**
 * What came of each offer that was taken by people of the same kind of reason and the same band of
 * risk, of whom it is known whether they were still here a month after. Nobody's where neither is
 * known.
 */
export async function keptBy(
  ctx: Ctx,
  { groupId, score }: { groupId: number | null; score: number | null },
): Promise<ReadonlyMap<number, Counts>> {
  if (groupId === null || score === null) return new Map();
  const [some, much] = BAND_BOUNDS;
  const [low, high] = { low: [0, some], some: [some, much], much: [much, 2] }[bandOf(score)];
  // case_offers_offer (offer_id, said_at), retention_cases_pkey; reasons are some dozens
  const { rows } = await sql<Counts & { offerId: number }>`
    select b.offer_id, count(*) as tried,
           count(*) filter (where c.is_here_month) as kept
    from   case_offers b
    join   retention_cases c on c.id = b.case_id
    join   leaving_reasons r on r.id = c.reason_id
    where  b.undone_at is null and b.answer = 'taken' and r.parent_id = ${groupId}
    and    (c.is_here_month is not null or c.outcome = 'left')
    and    b.leave_chance >= ${low} and b.leave_chance < ${high}
    group  by b.offer_id`.execute(ctx.db);
  return new Map(rows.map(({ offerId, ...counts }) => [offerId, counts]));
}
