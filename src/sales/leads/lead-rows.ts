import { type Expression, sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { leadsApi } from '../api/leads.ts';
import { named } from '../../kernel/db/named.ts';
import type { LeadState } from './states.ts';

type Shown = z.input<(typeof leadsApi)['GET /api/leads']['output']>['leads'][number];
export type Lead = Omit<Shown, 'createdAt' | 'decidedAt'> & {
  createdAt: Date;
  decidedAt: Date | null;
};
/** A lead as it is read: with whose it is, by itself or by its conversation. */
export type LeadRow = Lead & { ownSubscriberId: number | null };

/** What stays unsaid while the one on the line was not verified. */
const hidden = { phone: '', email: '', address: '', flat: '', wanted: '' };

/** Leads as they may be shown at this moment. */
export async function unveiled(ctx: Ctx, rows: readonly LeadRow[]): Promise<Lead[]> {
  const veiled = await veiledNow(ctx);
  return rows.map(({ ownSubscriberId, ...lead }) =>
    isVeiledOf(veiled, ownSubscriberId) ? { ...lead, ...hidden } : lead,
  );
}

/** Whose leads the actor reaches, as a condition on `leads l`. */
export const reaches = (ctx: Ctx): Expression<SqlBool> =>
  visibleTo(ctx, 'sales.work', { owner: 'l.ownerStaffId', team: 'l.teamId' });

/** All that is shown of `leads l`; goes with `leadJoins`. */
export const leadColumns = sql`l.id, l.version, l.state, l.name, l.phone, l.email, l.address,
  l.flat, l.wanted, ${named('s')} as source, l.campaign, ${named('e')} as dealer, l.referral_code,
  case when v.id is not null then jsonb_build_object(
    'id', v.id, 'number', v.number, 'channel', v.channel) end as conversation,
  l.created_at, b.name as created_by, l.decided_at, d.name as decided_by,
  ${named('x')} as decline_reason, l.decline_note, l.subscriber_id, l.deal_id,
  coalesce(l.subscriber_id, v.subscriber_id) as own_subscriber_id`;

export const leadJoins = sql`
  left   join lead_sources s on s.id = l.source_id
  left   join dealers e on e.id = l.dealer_id
  left   join conversations v on v.id = l.conversation_id
  left   join staff b on b.id = l.created_by
  left   join staff d on d.id = l.decided_by
  left   join lost_reasons x on x.id = l.decline_reason_id`;

/** What becomes of a lead needs of its row. */
export type StoredLead = {
  id: number;
  version: number;
  state: LeadState;
  name: string;
  phone: string;
  email: string;
  address: string;
  buildingId: number | null;
  flat: string;
  wanted: string;
  sourceId: number | null;
  campaign: string;
  dealerId: number | null;
  referralCode: string;
  conversationId: number | null;
  subscriberId: number | null;
  ownerStaffId: number | null;
  teamId: number | null;
};

/** A lead that waits for a decision, locked by somebody who reaches it. */
export async function lockNewLead(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<StoredLead>> {
  // leads_pkey
  const { rows } = await sql<StoredLead>`
    select l.id, l.version, l.state, l.name, l.phone, l.email, l.address, l.building_id, l.flat,
           l.wanted, l.source_id, l.campaign, l.dealer_id, l.referral_code, l.conversation_id,
           l.subscriber_id, l.owner_staff_id, l.team_id
    from   leads l
    where  l.id = ${id} and ${reaches(ctx)}
    for    update of l`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('sales.lead_not_found');
  if (row.state !== 'new') return fail('sales.lead_decided');
  return row.version === version ? ok(row) : fail('sales.changed_meanwhile');
}
