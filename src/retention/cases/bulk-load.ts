import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { dueAfter, startNorm } from '../../norms/index.ts';
import type { OfferKind } from '../offers/kinds.ts';
import { indexCases } from './index-cases.ts';
import { caseNorm } from './open-case.ts';
import type { CaseSource } from './states.ts';

/** A wish to leave of the past, or one that is open, as a base brings it. */
export type CaseLoad = {
  subscriberId: number;
  source: CaseSource;
  words: string;
  isAngry: boolean;
  /** By the names of its group and its own; one that nobody knows is left out. */
  reason: readonly [group: string, name: string] | null;
  ownerStaffId: number | null;
  teamId: number | null;
  openedAt: Date;
  spokenAt: Date | null;
  closed:
    | { at: Date; outcome: 'stays' | 'unreached' }
    | { at: Date; outcome: 'left'; on: string }
    | null;
  /** What was offered, by its kind, and whether it was taken. */
  offered: { kind: OfferKind; isTaken: boolean; costMinor: number } | null;
};

const columns = `id subscriber_id source state outcome reason_id is_angry owner_staff_id team_id
  norm_seconds calendar_id due_at spoken_at opened_at closed_at left_on late_told_at`.split(/\s+/);

/**
 * Writes cases with their wishes and the offers that were made, through COPY; history, no news.
 * @returns their ids, in order
 */
export async function bulkLoad(ctx: BulkCtx, given: readonly CaseLoad[]): Promise<number[]> {
  if (given.length === 0) return [];
  const ids = await reserveIds(ctx, 'retention_cases', given.length);
  const reasons = await reasonsOf(ctx);
  const { normSeconds, calendar } = await startNorm(ctx, caseNorm.kind, ctx.clock.now());
  await copyRows(
    ctx.client,
    'retention_cases',
    columns,
    given.map((one, at) => [
      ids[at],
      one.subscriberId,
      one.source,
      one.closed ? 'closed' : 'open',
      one.closed?.outcome ?? null,
      one.reason && reasons.get(one.reason.join(' · ')),
      one.isAngry,
      one.ownerStaffId,
      one.teamId,
      normSeconds,
      calendar.id,
      dueAfter(calendar, one.openedAt, normSeconds),
      one.spokenAt,
      one.openedAt,
      one.closed?.at ?? null,
      one.closed?.outcome === 'left' ? one.closed.on : null,
      // What was late before it was brought here calls nobody.
      one.openedAt,
    ]),
  );
  await copyRows(
    ctx.client,
    'case_wishes',
    ['case_id', 'source', 'words', 'heard_at'],
    given.map(({ source, words, openedAt }, at) => [ids[at], source, words, openedAt]),
  );
  await loadOffered(ctx, given, ids);
  await indexCases(ctx, ids);
  return ids;
}

async function reasonsOf(ctx: BulkCtx): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .selectFrom('leavingReasons as r')
    .innerJoin('leavingReasons as g', 'g.id', 'r.parentId')
    .select(['r.id', 'r.name', 'g.name as group'])
    .execute();
  return new Map(rows.map(({ id, name, group }) => [`${group} · ${name}`, id]));
}

async function loadOffered(
  ctx: BulkCtx,
  given: readonly CaseLoad[],
  ids: readonly number[],
): Promise<void> {
  const offers = await ctx.db
    .selectFrom('retentionOffers')
    .select(['id', 'kind'])
    .orderBy('id', 'desc')
    .execute();
  const idOf = new Map(offers.map(({ id, kind }) => [kind, id]));
  const said = given.flatMap(({ subscriberId, offered, spokenAt, ownerStaffId }, at) => {
    const offerId = offered && idOf.get(offered.kind);
    if (!offered || offerId === undefined || !spokenAt) return [];
    const of = { caseId: ids[at], subscriberId, offerId, at: spokenAt, by: ownerStaffId };
    return [{ ...of, ...offered, answer: offered.isTaken ? 'taken' : 'refused' }];
  });
  const taken = said.filter(({ isTaken }) => isTaken);
  const givenIds = await reserveIds(ctx, 'given_offers', taken.length);
  const givenOf = new Map(taken.map((one, at) => [one, givenIds[at]]));
  await copyRows(
    ctx.client,
    'given_offers',
    ['id', 'offer_id', 'subscriber_id', 'case_id', 'cost_minor', 'given_at', 'given_by'],
    taken.map((one) => {
      const { offerId, subscriberId, caseId, costMinor, at, by } = one;
      return [givenOf.get(one), offerId, subscriberId, caseId, costMinor, at, by];
    }),
  );
  await copyRows(
    ctx.client,
    'case_offers',
    ['case_id', 'offer_id', 'answer', 'expected_minor', 'given_id', 'said_at', 'said_by'],
    said.map((one) => {
      return [one.caseId, one.offerId, one.answer, 0, givenOf.get(one), one.at, one.by];
    }),
  );
}
