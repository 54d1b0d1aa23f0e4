import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Findable } from '../../kernel/search/findable.ts';
import { upsertEntries } from '../../kernel/search/index-entries.ts';

type Described = {
  id: number;
  name: string;
  phone: string;
  email: string;
  address: string;
  wanted: string;
  subscriberId: number | null;
  ownerStaffId: number | null;
  teamId: number | null;
  createdAt: Date;
};

/** Makes leads findable by number, name, phone, e-mail and words, as they are now. */
export async function indexLeads(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // leads_pkey, conversations_pkey
  const { rows } = await sql<Described>`
    select l.id, l.name, l.phone, l.email, l.address, l.wanted, r.root_id as subscriber_id,
           l.owner_staff_id, l.team_id, l.created_at
    from   leads l
    left   join conversations v on v.id = l.conversation_id
    left   join subscribers r on r.id = coalesce(l.subscriber_id, v.subscriber_id)
    where  l.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  await upsertEntries(ctx, rows.map(describeLead));
}

/** What a lead is found by, and what a result shows of it. */
export function describeLead(row: Described): Findable {
  return {
    kind: 'lead',
    refId: row.id,
    subscriberId: row.subscriberId,
    ownerStaffId: row.ownerStaffId,
    teamId: row.teamId,
    title: `№ ${row.id} · ${row.name}`,
    subtitle: [row.phone, row.address].filter((one) => one !== '').join(' · '),
    happenedAt: row.createdAt,
    words: {
      names: [row.name],
      phones: row.phone === '' ? [] : [row.phone],
      emails: row.email === '' ? [] : [row.email],
      ticketNumbers: [row.id],
      texts: [row.address, row.wanted],
    },
  };
}
