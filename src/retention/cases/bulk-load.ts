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
  await copyRows(
    ctx.client,
    'case_offers',
    ['case_id', 'offer_id', 'answer', 'expected_minor', 'cost_minor', 'said_at', 'said_by'],
    given.flatMap(({ offered, spokenAt, ownerStaffId }, at) => {
      const offerId = offered && idOf.get(offered.kind);
      if (!offered || offerId === undefined || !spokenAt) return [];
      const { isTaken, costMinor } = offered;
      const answer = isTaken ? 'taken' : 'refused';
      return [[ids[at], offerId, answer, 0, isTaken ? costMinor : 0, spokenAt, ownerStaffId]];
    }),
  );
}
