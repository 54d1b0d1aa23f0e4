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
  openedAt: Date;
};

/** Makes deals findable by number, name, phone, e-mail and address, as they are now. */
export async function indexDeals(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // deals_pkey
  const { rows } = await sql<Described>`
    select d.id, d.name, d.phone, d.email, d.address, d.wanted, r.root_id as subscriber_id,
           d.owner_staff_id, d.team_id, d.opened_at
    from   deals d
    left   join subscribers r on r.id = d.subscriber_id
    where  d.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  await upsertEntries(ctx, rows.map(describeDeal));
}

/** What a deal is found by, and what a result shows of it. */
export function describeDeal(row: Described): Findable {
  return {
    kind: 'deal',
    refId: row.id,
    subscriberId: row.subscriberId,
    ownerStaffId: row.ownerStaffId,
    teamId: row.teamId,
    title: `№ ${row.id} · ${row.name}`,
    subtitle: [row.phone, row.address].filter((one) => one !== '').join(' · '),
    happenedAt: row.openedAt,
    words: {
      names: [row.name],
      phones: row.phone === '' ? [] : [row.phone],
      emails: row.email === '' ? [] : [row.email],
      ticketNumbers: [row.id],
      texts: [row.address, row.wanted],
    },
  };
}
