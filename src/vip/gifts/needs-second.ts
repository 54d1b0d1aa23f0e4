import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadGiftSettings } from './settings.ts';

/** A gift, the client's root, who plans or approves it; costs that no gift holds yet. */
type Asked = {
  rootId: number;
  deliverOn: string;
  plannedBy: number | null;
  approvers: readonly number[];
  newMinor: number;
};

/**
 * Whether a gift takes two who approve: whoever plans or approves it leads the client or has led
 * them, or nobody leads them, and what these people gave them in the year comes to much.
 */
export async function needsSecond(
  ctx: Ctx,
  { rootId, deliverOn, plannedBy, approvers, newMinor }: Asked,
): Promise<boolean> {
  const people = [plannedBy, ...approvers].filter((one) => one !== null);
  const year = deliverOn.slice(0, 4);
  // vip_clients_pkey, subscribers_root (root_id), vip_gifts_subscriber (subscriber_id, deliver_on)
  const { rows } = await sql<{ isOwn: boolean; givenMinor: number }>`
    select v.personal_manager_id is null
             or ${people}::bigint[] && (v.led_before || array[v.personal_manager_id, v.acting_id])
             as is_own,
           (select coalesce(sum(f.cost_minor), 0)::bigint
            from   subscribers m join vip_gifts f on f.subscriber_id = m.id
            where  m.root_id = v.id and f.state not in ('refused', 'cancelled')
            and    f.deliver_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
            and   (f.planned_by = any(${people}::bigint[])
                   or f.approved_by = any(${people}::bigint[]))) as given_minor
    from   vip_clients v where v.id = ${rootId}`.execute(ctx.db);
  const { secondFromMinor } = await loadGiftSettings(ctx);
  const { isOwn = true, givenMinor = 0 } = rows[0] ?? {};
  return isOwn && givenMinor + newMinor >= secondFromMinor;
}
