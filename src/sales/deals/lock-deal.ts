import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';
import type { Stored } from './values.ts';

const storedColumns = sql`d.id, d.version, d.opened_at, d.pipeline_id, d.stage_id, d.state, d.name,
  d.phone, d.email, d.address, d.building_id, d.flat, d.wanted, d.subscriber_id, d.household_id,
  d.source_id, d.campaign, d.dealer_id, d.referral_code, d.owner_staff_id, d.team_id,
  d.monthly_minor, d.once_minor, d.expected_on, d.next_step, d.next_at, d.lost_reason_id,
  d.lost_note`;

/**
 * A deal's row, locked for a write by somebody who reaches it.
 * @param version what the writer has seen; a change since then is a failure, never overwritten
 */
export async function lockDeal(ctx: Ctx, id: number, version: number): Promise<Result<Stored>> {
  const held = await holdDeal(ctx, id);
  return held.ok && held.value.version !== version ? fail('sales.changed_meanwhile') : held;
}

/**
 * The same for what is done beside the deal's own fields, whatever they are by now. Always first:
 * the quote comes after its deal, the hours of a visit after both.
 */
export async function holdDeal(ctx: Ctx, id: number): Promise<Result<Stored>> {
  // deals_pkey
  const row = await read(ctx, sql`d.id = ${id} and ${reaches(ctx, 'sales.work')}`, true);
  return row ? ok(row) : fail('sales.deal_not_found');
}

/** A deal that its asker reaches, to look at. */
export async function findDeal(ctx: Ctx, id: number): Promise<Result<Stored>> {
  // deals_pkey
  const row = await read(ctx, sql`d.id = ${id} and ${reaches(ctx, 'sales.work')}`, false);
  return row ? ok(row) : fail('sales.deal_not_found');
}

/** The deal of a quote, locked for whoever has the quote's link. */
export function holdAnyDeal(ctx: Ctx, { token }: { token: string }): Promise<Stored | null> {
  // quotes_token_key (token), deals_pkey
  return read(ctx, sql`d.id = (select q.deal_id from quotes q where q.token = ${token})`, true);
}

async function read(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  isLocked: boolean,
): Promise<Stored | null> {
  const { rows } = await sql<Omit<Stored, 'nextAt'> & { nextAt: Date | null }>`
    select ${storedColumns} from deals d
    where  ${which} ${isLocked ? sql`for update of d` : sql``}`.execute(ctx.db);
  const [row] = rows;
  return row ? { ...row, nextAt: row.nextAt?.toISOString() ?? null } : null;
}
