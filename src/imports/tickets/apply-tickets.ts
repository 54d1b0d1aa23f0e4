import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { foldText } from '../../kernel/search/fold-text.ts';
import { bulkLoad } from '../../tickets/index.ts';
import type { ChunkDone } from '../apply/apply-chunk.ts';
import type { ApplyPlan } from '../apply/plan.ts';
import { takeRows } from '../apply/take-rows.ts';
import type { TicketRow } from './find-people.ts';
import { placeRows, type Placed } from './place-rows.ts';
import { ticketLoad } from './ticket-load.ts';
import type { TicketRecord } from './ticket-record.ts';

/** Brings the next tickets of an import; a number that is here already is passed over. */
export async function applyTickets(
  ctx: BulkCtx,
  plan: ApplyPlan,
  limit: number,
): Promise<ChunkDone> {
  const { imported } = plan;
  const rows = await takeRows<TicketRecord>(ctx, imported, limit);
  const last = rows.at(-1)?.rowNumber ?? null;
  const fresh = await withoutKnown(ctx, rows);
  const placed = await locked(ctx, await placeRows(ctx, fresh));
  const nameOf = await categoryNames(ctx);
  const loads = placed.map((one) => ticketLoad(ctx, plan, one, nameOf));
  const created = await bulkLoad(ctx, loads, imported.id);
  return { last, created, updated: 0, unchanged: rows.length - fresh.length, refused: 0 };
}

/** The first row of each number that no ticket has. */
async function withoutKnown(ctx: Ctx, rows: readonly TicketRow[]): Promise<TicketRow[]> {
  const numbers = rows.map(({ keyValue }) => keyValue);
  // tickets_external
  const { rows: known } = await sql<{ number: string }>`
    select external_number as number from tickets
    where  external_number = any(${numbers}::text[])`.execute(ctx.db);
  const seen = new Set(known.map(({ number }) => number));
  return rows.filter(({ keyValue }) => !seen.has(keyValue) && seen.add(keyValue));
}

/**
 * Nobody is erased between the look and the writing: whoever was just before gets no ticket, and
 * none names him.
 */
async function locked(ctx: Ctx, placed: readonly Placed[]): Promise<Placed[]> {
  const ids = placed.flatMap(({ subscriber }) => (subscriber ? [subscriber.id] : []));
  // A weaker lock would be granted on the row as it was before an erasure.
  const { rows } = await sql<{ id: number }>`
    select id from subscribers where id = any(${ids}::bigint[]) and erased_at is null
    order  by id for share`.execute(ctx.db);
  const there = new Set(rows.map(({ id }) => id));
  return placed.map((one) =>
    one.subscriber && !there.has(one.subscriber.id)
      ? { ...one, subscriber: null, isErased: true as const }
      : one,
  );
}

/** A category by another spelling is the one that is here. */
async function categoryNames(ctx: Ctx): Promise<(name: string) => string> {
  const { rows } = await sql<{ name: string }>`
    select name from ticket_categories order by archived_at is not null, id`.execute(ctx.db);
  const known = new Map(rows.toReversed().map(({ name }) => [foldText(name), name]));
  return (name) => {
    const sign = foldText(name);
    const spelt = known.get(sign) ?? name;
    known.set(sign, spelt);
    return spelt;
  };
}
