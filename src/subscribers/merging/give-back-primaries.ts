import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * While two are merged they have one primary phone, e-mail and address between them, and another
 * may have been chosen meanwhile. Set apart, each has one of its own again: the oldest of its own,
 * wherever a kind was left without.
 */
export async function giveBackPrimaries(ctx: Ctx, rootIds: readonly number[]): Promise<void> {
  // subscribers_root (root_id), contacts_subscriber (subscriber_id)
  await sql`
    update contacts c set is_primary = true
    from  (select distinct on (s.root_id, c.kind) c.id
           from   subscribers s
           join   contacts c on c.subscriber_id = s.id
           where  s.root_id = any(${rootIds}::bigint[])
           and    c.removed_at is null and c.contact_person_id is null
           order  by s.root_id, c.kind, c.is_primary desc, s.id <> s.root_id, c.id) first
    where c.id = first.id and not c.is_primary`.execute(ctx.db);
  // service_addresses_subscriber (subscriber_id)
  await sql`
    update service_addresses a set is_primary = true
    from  (select distinct on (s.root_id) a.id
           from   subscribers s
           join   service_addresses a on a.subscriber_id = s.id
           where  s.root_id = any(${rootIds}::bigint[]) and a.removed_at is null
           order  by s.root_id, a.is_primary desc, s.id <> s.root_id, a.id) first
    where a.id = first.id and not a.is_primary`.execute(ctx.db);
}
