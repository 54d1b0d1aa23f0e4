import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { today } from '../../subscribers/index.ts';
import { tellNews } from '../../work/index.ts';
import type { Temper } from '../kinds.ts';
import { chooseLeaders, type Leading } from './choose-leaders.ts';

const MASS = 20;

/**
 * Gives members and corporate clients whom nobody leads to personal managers with room, and says
 * who acts today: the deputy, while the personal manager is away.
 */
export async function giveLeaders(ctx: Ctx): Promise<void> {
  await letGo(ctx);
  const people = await leadingNow(ctx);
  // vip_clients_led (personal_manager_id)
  const { rows: clients } = await sql<{ id: number; temper: Temper | null }>`
    select v.id, v.temper from vip_clients v
    where  v.personal_manager_id is null and (v.state = 'member' or v.is_corporate)
    order  by v.total_minor desc, v.id`.execute(ctx.db);
  const given = [...chooseLeaders(clients, people)];
  await sql`
    update vip_clients v set personal_manager_id = g.staff_id, version = v.version + 1
    from   unnest(${given.map(([id]) => id)}::bigint[],
                  ${given.map(([, staffId]) => staffId)}::bigint[]) as g (id, staff_id)
    where  v.id = g.id`.execute(ctx.db);
  await noteActing(ctx);
  const isTold = given.length <= MASS;
  const events = given.map(([id, staffId]) => ({
    type: 'vip.client_given',
    subject: { kind: 'vip_client', id },
    subscriberId: id,
    facts: { staffId },
  }));
  for (let at = 0; at < events.length; at += 1000) {
    await emitMany(ctx, events.slice(at, at + 1000), { isTold });
  }
  if (!isTold) return;
  const news = given.map(([entityId, staffId]) => ({
    staffId,
    entityId,
    reason: 'given' as const,
  }));
  await tellNews(ctx, 'vip', news);
}

/** Who works here no more leads nobody. */
async function letGo(ctx: Ctx): Promise<void> {
  await sql`
    update vip_clients v set personal_manager_id = null, version = v.version + 1
    from   staff s
    where  s.id = v.personal_manager_id and s.disabled_at is not null`.execute(ctx.db);
}

async function leadingNow(ctx: Ctx): Promise<Leading[]> {
  // vip_clients_led (personal_manager_id)
  const { rows } = await sql<Leading>`
    select g.staff_id, g.most_clients, g.tempers,
           (select count(*) from vip_clients v
            where  v.personal_manager_id = g.staff_id
            and    (v.state = 'member' or v.is_corporate))::int as clients
    from   vip_managers g join staff s on s.id = g.staff_id and s.disabled_at is null
    where  g.is_on order by g.staff_id`.execute(ctx.db);
  return rows;
}

/** Who acts for each client today, and whose team sees them. */
export async function noteActing(ctx: Ctx): Promise<void> {
  const day = today(ctx);
  await sql`
    update vip_clients v set acting_id = n.acting_id, team_id = n.team_id
    from  (select c.id, a.id as acting_id, a.team_id
           from   vip_clients c
           left   join vip_managers g on g.staff_id = c.personal_manager_id
           left   join staff d on d.id = g.deputy_id and d.disabled_at is null
           left   join staff a on a.id = case
             when ${day}::date between g.away_from and g.away_to and d.id is not null
             then d.id else c.personal_manager_id end) n
    where  v.id = n.id and (v.acting_id, v.team_id) is distinct from (n.acting_id, n.team_id)`.execute(
    ctx.db,
  );
}
