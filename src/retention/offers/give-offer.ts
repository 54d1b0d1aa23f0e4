import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { accountOf } from './account-of.ts';
import { costOf } from './cost-of.ts';
import { type Chosen, fulfilOffer, type Offered } from './fulfil-offer.ts';
import { hindranceOf, limitColumns, type Limited } from './hindrances.ts';

/** What is given, to whom, and where: in a case, or on a call. */
type Giving = { offerId: number; subscriberId: number } & (
  | { caseId: number }
  | { playTaskId: number }
);
export type Given = { id: number; resultId: number; costMinor: number };

/**
 * Gives an offer, wherever it was said, within its limits: it rests after it was given, a gift
 * after any; it is not for everybody, and has a budget. Two who give at once, the same or to the
 * same person, do it one after the other.
 */
export async function giveOffer(ctx: Ctx, giving: Giving, chosen: Chosen): Promise<Result<Given>> {
  const { offerId, subscriberId } = giving;
  const offer = await lockOffer(ctx, giving);
  if (!offer) return fail('retention.no_such_offer');
  const account = await accountOf(ctx, subscriberId, chosen.accountId);
  const costMinor = costOf(offer, account?.monthlyMinor ?? 0);
  const hindrance = hindranceOf(offer, costMinor);
  if (hindrance) return fail(`retention.offer_${hindrance}`, { offer: offer.name });
  const made = await fulfilOffer(ctx, offer, { subscriberId, account }, chosen);
  if (!made.ok) return made;
  const resultId = made.value.id;
  const { id } = await ctx.db
    .insertInto('givenOffers')
    .values({
      offerId,
      subscriberId,
      ...('caseId' in giving ? { caseId: giving.caseId } : { playTaskId: giving.playTaskId }),
      accountId: account?.id ?? null,
      resultId,
      costMinor,
      givenAt: ctx.clock.now(),
      givenBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok({ id, resultId, costMinor });
}

async function lockOffer(ctx: Ctx, giving: Giving): Promise<(Offered & Limited) | undefined> {
  const { offerId, subscriberId } = giving;
  const caseId = 'caseId' in giving ? giving.caseId : null;
  await sql`select from retention_offers where id = ${offerId} for update`.execute(ctx.db);
  // Two who give the same person one gift each give it one after the other.
  await sql`
    select pg_advisory_xact_lock(hashtextextended('retention.given ' || root_id, 0))
    from   subscribers where id = ${subscriberId}`.execute(ctx.db);
  // Read after it was locked, so that what another has just given is seen. retention_offers_pkey
  const { rows } = await sql<Offered & Limited>`
    select o.name, o.kind, o.value, o.months, ${limitColumns(ctx, caseId)}
    from   retention_offers o
    join   subscribers s on s.id = ${subscriberId}
    join   subscribers root on root.id = s.root_id
    where  o.id = ${offerId}`.execute(ctx.db);
  return rows[0];
}
