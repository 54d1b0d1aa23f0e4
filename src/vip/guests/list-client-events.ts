import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { guestsApi } from '../api/guests.ts';
import { findClient } from '../reach.ts';
import { prizeDue } from './guest-rows.ts';

type Listed = z.input<(typeof guestsApi)['GET /api/vip/{id}/events']['output']>;

/** To what a client was asked, the latest first, whether they came and what they got. */
export async function listClientEvents(ctx: Ctx, { id }: { id: number }): Promise<Result<Listed>> {
  const found = await findClient(ctx, id);
  if (!found.ok) return found;
  // subscribers_root (root_id), vip_event_guests_subscriber (subscriber_id), vip_events_pkey
  const { rows } = await sql<Listed['events'][number]>`
    select e.id as event_id, e.name, e.kind, e."on", e.cancelled_at is not null as is_cancelled,
           g.state, g.companions, g.wishes, t.name as team, t.place, g.has_come,
           coalesce(g.prize, ${prizeDue}) as prize
    from   subscribers m
    join   vip_event_guests g on g.subscriber_id = m.id
    join   vip_events e on e.id = g.event_id
    left   join vip_event_teams t on t.id = g.team_id
    where  m.root_id = ${found.value.id}
    order  by e."on" desc, e.id desc limit 200`.execute(ctx.db);
  const isVeiled = isVeiledOf(await veiledNow(ctx), found.value.id);
  return ok({ events: isVeiled ? rows.map((row) => ({ ...row, wishes: '' })) : rows });
}
