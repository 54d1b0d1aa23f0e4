import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { noteActing } from '../leading/give-leaders.ts';
import { countLock } from './count-lock.ts';
import { keepMerged } from './follow-unmerges.ts';

/**
 * A merged one is led as its root. Where the root is a client too, it takes over that the other was
 * a member, and whoever led them where nobody leads the root; so nobody is admitted anew.
 * @param rootId whose merges, or null for all
 */
export async function followMerges(ctx: Ctx, rootId: number | null): Promise<void> {
  const which = rootId === null ? sql`true` : sql`s.root_id = ${rootId}`;
  // vip_clients_pkey, subscribers_pkey, subscribers_root (root_id)
  const best = sql`
    select distinct on (s.root_id) s.root_id, v.*
    from   vip_clients v join subscribers s on s.id = v.id
    where  s.root_id <> v.id and ${which}
    order  by s.root_id, v.state = 'member' desc, v.personal_manager_id is null, v.id`;
  await keepMerged(ctx, which);
  await sql`
    update vip_clients v set id = b.root_id
    from  (${best}) b
    where  v.id = b.id
    and    not exists (select from vip_clients o where o.id = b.root_id)`.execute(ctx.db);
  await sql`
    update vip_clients r
    set    state = case when b.is_better then b.state else r.state end,
           tier = case when b.is_better then b.tier else r.tier end,
           member_since = case when b.is_better then b.member_since else r.member_since end,
           drops_on = case when b.is_better then b.drops_on else r.drops_on end,
           personal_manager_id = coalesce(r.personal_manager_id, b.personal_manager_id),
           temper = coalesce(r.temper, b.temper),
           led_before = r.led_before || b.led_before, version = r.version + 1
    from  (select b.*, b.state = 'member' and o.state <> 'member' as is_better
           from   (${best}) b join vip_clients o on o.id = b.root_id) b
    where  r.id = b.root_id`.execute(ctx.db);
  await sql`
    delete from vip_clients v using subscribers s
    where  s.id = v.id and s.root_id <> v.id and ${which}`.execute(ctx.db);
}

/** At once when it happens: until the night's count their days and gifts would be nobody's. */
export async function followMerge(ctx: Ctx, { subscriberId }: RecordedEvent): Promise<void> {
  if (subscriberId === null) return;
  await sql`select pg_advisory_xact_lock(${countLock(ctx)})`.execute(ctx.db);
  await followMerges(ctx, subscriberId);
  await noteActing(ctx);
}
