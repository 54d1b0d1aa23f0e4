import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { noteActing } from '../leading/give-leaders.ts';
import { countLock } from './count-lock.ts';

/**
 * Keeps how clients who were merged stood, and how those stood into whom they were merged, before
 * the one takes over from the other.
 * @param which a condition on the merged one's record `s`
 */
export async function keepMerged(ctx: Ctx, which: ReturnType<typeof sql>): Promise<void> {
  // vip_clients_pkey, subscribers_pkey
  await sql`
    insert into vip_merged_clients (id, root_id, own, root)
    select v.id, s.root_id, to_jsonb(v), to_jsonb(r)
    from   vip_clients v
    join   subscribers s on s.id = v.id
    left   join vip_clients r on r.id = s.root_id
    where  s.root_id <> v.id and ${which}
    on     conflict (id) do update
    set    root_id = excluded.root_id, own = excluded.own, root = excluded.root`.execute(ctx.db);
}

/**
 * Gives back to who was set apart their place, manager and temper, and takes from the other what
 * came from them and stands there still; what either is charged is counted anew by night. Of two
 * who were merged into one that was no client, the first set apart leaves the place to the other.
 */
export async function followUnmerge(ctx: Ctx, { subscriberId }: RecordedEvent): Promise<void> {
  if (subscriberId === null) return;
  await sql`select pg_advisory_xact_lock(${countLock(ctx)})`.execute(ctx.db);
  // vip_merged_clients_pkey, subscribers_pkey: heard of both, kept of who was merged alone
  const kept = sql`
    select k.id, k.root_id, k.own, coalesce(k.root, h.own) as root, h.id as heir_id
    from   vip_merged_clients k
    join   subscribers s on s.id = k.id
    -- vip_merged_clients_root (root_id)
    left   join lateral (
      select o.id, o.own from vip_merged_clients o
      where  k.root is null and o.root_id = k.root_id and o.id <> k.id
      order  by o.root is not null, (o.root->>'version')::int, o.id limit 1) h on true
    where  k.id = ${subscriberId} and s.root_id = s.id and s.erased_at is null`;
  // The root's place was theirs alone, with whatever became of it since.
  await sql`
    update vip_clients v set id = k.id
    from  (${kept}) k where v.id = k.root_id and k.root is null`.execute(ctx.db);
  const was = (column: string) => sql`w.${sql.ref(column)}`;
  const took = (column: string) => sql`
    case when v.${sql.ref(column)} is not distinct from o.${sql.ref(column)}
         then ${was(column)} else v.${sql.ref(column)} end`;
  await sql`
    update vip_clients v
    set    state = case when w.state <> 'member' and o.state = 'member' then w.state
                        else v.state end,
           tier = case when w.state <> 'member' and o.state = 'member' then w.tier
                       else v.tier end,
           member_since = ${took('memberSince')}, drops_on = case
             when w.state <> 'member' and o.state = 'member' then null else v.drops_on end,
           personal_manager_id = ${took('personalManagerId')}, temper = ${took('temper')},
           led_before = w.led_before, version = v.version + 1
    from  (${kept}) k
    cross  join lateral jsonb_populate_record(null::vip_clients, k.own) o
    cross  join lateral jsonb_populate_record(null::vip_clients, k.root) w
    where  v.id = k.root_id and k.root is not null`.execute(ctx.db);
  await sql`
    update vip_merged_clients set root = null
    where  id in (select heir_id from (${kept}) k)`.execute(ctx.db);
  await sql`
    insert into vip_clients
    select o.* from (${kept}) k
    cross  join lateral jsonb_populate_record(null::vip_clients, k.own) o
    on     conflict (id) do nothing`.execute(ctx.db);
  await sql`
    delete from vip_merged_clients where id in (select id from (${kept}) k)`.execute(ctx.db);
  await noteActing(ctx);
}
