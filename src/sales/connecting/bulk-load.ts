import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import type { careOutcomes } from '../care/outcomes.ts';
import { termsOfCall } from '../care/norm.ts';

const DAY_MS = 86_400_000;

/** A call of the first month: what it came to, or that it is still to be made. */
export type CareLoad = {
  day: number;
  outcome: (typeof careOutcomes)[number] | null;
  note?: string;
};

/** A deal that was won and connected, as a base brings it, with the quote that was accepted. */
export type ConnectionLoad = {
  dealId: number;
  /** By its number. */
  account: string;
  connectedAt: Date;
  buyer: string;
  line: { productVersionId: number; name: string; speedKbps: number | null; monthlyMinor: number };
  care: readonly CareLoad[];
};

/** Writes how deals became accounts, and the calls of care that follow; what is late is told. */
export async function bulkLoad(ctx: BulkCtx, given: readonly ConnectionLoad[]): Promise<void> {
  const { currency } = ctx.operator;
  const rows = given.map(({ line, care: _care, ...one }) => ({
    ...one,
    token: randomBytes(32).toString('base64url'),
    monthlyMinor: line.monthlyMinor,
    lines: [
      { ...line, onceMinor: 0, leastMonths: 0, leavingFeeMinor: 0, instalments: 0, bundle: null },
    ],
  }));
  // accounts_number
  const { rows: made } = await sql<{ id: number; dealId: number }>`
    with given as (
      select g.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(
        "dealId" bigint, account text, "connectedAt" timestamptz, buyer text, token text,
        "monthlyMinor" bigint, lines jsonb)),
    offered as (
      insert into quotes (deal_id, token, lines, monthly_minor, once_minor, currency, valid_until,
                          state, made_at, seen_at, decided_at, accepted_name)
      select "dealId", token, lines, "monthlyMinor", 0, ${currency}, "connectedAt"::date + 14,
             'accepted', "connectedAt" - interval '2 days', "connectedAt" - interval '1 day',
             "connectedAt" - interval '1 day', buyer
      from   given returning id, deal_id)
    insert into deal_connections (deal_id, quote_id, account_id, connected_at)
    select g."dealId", o.id, a.id, g."connectedAt"
    from   given g join offered o on o.deal_id = g."dealId"
    join   accounts a on a.number = g.account
    returning id, deal_id`.execute(ctx.db);
  const ids = new Map(made.map(({ id, dealId }) => [dealId, id]));
  const now = ctx.clock.now();
  const calls = given.flatMap(({ dealId, connectedAt, care }) =>
    care.map(async ({ day, outcome, note = '' }) => {
      const startsAt = new Date(connectedAt.getTime() + day * DAY_MS);
      const terms = await termsOfCall(ctx, startsAt);
      const isOver = (at: Date): boolean => outcome !== null || at <= now;
      return {
        connectionId: ids.get(dealId) ?? 0,
        dealId,
        day,
        ...terms,
        outcome,
        note,
        doneAt: outcome === null ? null : startsAt,
        lateToldAt: isOver(terms.dueAt) ? now : null,
        escalatedAt: isOver(terms.sharedAt) ? now : null,
      };
    }),
  );
  if (calls.length === 0) return;
  await ctx.db
    .insertInto('careCalls')
    .values(await Promise.all(calls))
    .execute();
}
