import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { sheetApi } from '../api/sheet.ts';
import { reaches } from '../reach.ts';

type Listed = z.input<(typeof sheetApi)['GET /api/vip-escalations']['output']>;
type Row = Listed['escalations'][number];

/** Questions put to leaders: what waits first, then what was answered lately. */
export async function listEscalations(
  ctx: Ctx,
  { subscriberId = null }: { subscriberId?: number | null | undefined },
): Promise<Result<Listed>> {
  const me = staffIdOf(ctx.actor);
  const now = ctx.clock.now();
  // vip_escalations_open (due_at, id) where answered_at is null, vip_escalations_subscriber
  const { rows } = await sql<Row>`
    select e.id, e.version, jsonb_build_object('id', r.id, 'name', r.display_name) as subscriber,
           e.words, jsonb_build_object('id', l.id, 'name', l.name) as leader,
           case when b.id is not null
                then jsonb_build_object('id', b.id, 'name', b.name) end as asked_by,
           e.asked_at, e.due_at, e.answered_at is null and e.due_at < ${now} as is_late,
           e.answer, e.answered_at, e.leader_id is not distinct from ${me}::bigint as is_mine,
           e.asked_by is distinct from ${me}::bigint
             and (e.leader_id is not distinct from ${me}::bigint
                  or v.id is not null and ${reaches(ctx, 'vip.approve')}) as may_answer
    from   vip_escalations e
    join   subscribers s on s.id = e.subscriber_id
    join   subscribers r on r.id = s.root_id
    left   join vip_clients v on v.id = r.id
    join   staff l on l.id = e.leader_id
    left   join staff b on b.id = e.asked_by
    where  (e.leader_id = ${me} or v.id is not null and ${reaches(ctx, 'vip.work')})
    and    (${subscriberId}::bigint is null or r.id = (
              select k.root_id from subscribers k where k.id = ${subscriberId}))
    order  by e.answered_at is not null, e.due_at, e.id desc
    limit  200`.execute(ctx.db);
  const veiled = await veiledNow(ctx);
  return ok({
    escalations: rows.map((row) =>
      isVeiledOf(veiled, row.subscriber.id as number)
        ? { ...row, subscriber: { ...row.subscriber, name: '' }, words: '', answer: '' }
        : row,
    ),
  });
}
