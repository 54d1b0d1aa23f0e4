import { sql } from 'kysely';
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
  // deals_pkey
  const { rows } = await sql<Omit<Stored, 'nextAt'> & { nextAt: Date | null }>`
    select ${storedColumns} from deals d
    where  d.id = ${id} and ${reaches(ctx, 'sales.work')}
    for    update of d`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('sales.deal_not_found');
  if (row.version !== version) return fail('sales.changed_meanwhile');
  return ok({ ...row, nextAt: row.nextAt?.toISOString() ?? null });
}
