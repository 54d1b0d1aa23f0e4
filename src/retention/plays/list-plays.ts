import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { playsApi } from '../api/plays.ts';

type Listed = z.input<(typeof playsApi)['GET /api/plays']['output']>;

const RECENT_DAYS = 90;

/** All of them, with what they have come to lately. */
export async function listPlays(ctx: Ctx): Promise<Result<Listed>> {
  const since = new Date(ctx.clock.now().getTime() - RECENT_DAYS * 86_400_000);
  // plays_pkey, play_tasks_play (play_id, made_at)
  const { rows } = await sql<Listed['plays'][number]>`
    select p.id, p.version, p.name, p.aim, p.signal, p.bound, p.segment_id, p.whom_segment_id,
           p.reason, p.action, p.offer_id, p.words, p.cooldown_days, p.budget_minor,
           g.name as segment, w.name as whom_segment,
           case when o.id is not null then jsonb_build_object('name', o.name, 'kind', o.kind)
           end as offer,
           p.on_since is not null as is_on, p.tried_version is not distinct from p.version as is_tried,
           p.archived_at is not null as is_archived, u.open, u.done, u.helped, u.left
    from   plays p
    left   join segments g on g.id = p.segment_id
    left   join segments w on w.id = p.whom_segment_id
    left   join retention_offers o on o.id = p.offer_id
    cross  join lateral (
      select count(*) filter (where k.state = 'open') as open,
             count(*) filter (where k.state = 'done') as done,
             count(*) filter (where k.outcome in ('helped', 'taken', 'returns')) as helped,
             count(*) filter (where k.outcome = 'leaves') as left
      from   play_tasks k where k.play_id = p.id and k.made_at > ${since}) u
    order  by p.archived_at is not null, p.aim, p.id limit 300`.execute(ctx.db);
  return ok({ plays: rows, currency: ctx.operator.currency });
}
