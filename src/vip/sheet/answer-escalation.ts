import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { holdSubscriber } from '../../subscribers/index.ts';
import { tellNews } from '../../work/index.ts';
import { reaches } from '../reach.ts';

type Input = { id: number; version: number; answer: string };
type Stored = {
  version: number;
  rootId: number;
  leaderId: number;
  askedBy: number | null;
  answeredAt: Date | null;
};

/** Answers a question: whoever it was put to, or another leader; never the one who asked it. */
export async function answerEscalation(
  ctx: Ctx,
  { id, version, answer }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const me = staffIdOf(ctx.actor);
  // vip_escalations_pkey, subscribers_pkey, vip_clients_pkey
  const { rows } = await sql<Stored>`
    select e.version, s.root_id, e.leader_id, e.asked_by, e.answered_at
    from   vip_escalations e
    join   subscribers s on s.id = e.subscriber_id
    left   join vip_clients v on v.id = s.root_id
    where  e.id = ${id}
    and   (e.leader_id = ${me} or v.id is not null
           and (${reaches(ctx, 'vip.approve')} or e.asked_by = ${me}))
    for    update of e`.execute(ctx.db);
  const [row] = rows;
  if (!row || !(await holdSubscriber(ctx, row.rootId))) return fail('vip.no_such_escalation');
  if (me !== null && row.askedBy === me) return fail('vip.own_question');
  if (row.answeredAt) return fail('vip.answered_already');
  if (row.version !== version) return fail('vip.changed_meanwhile');
  const answered = { answer, answeredBy: me, answeredAt: ctx.clock.now() };
  await ctx.db
    .updateTable('vipEscalations')
    .set({ ...answered, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'vip.escalation_answered',
    subject: { kind: 'vip_escalation', id },
    subscriberId: row.rootId,
    facts: { staffId: row.leaderId },
    personal: { answer },
  });
  const told = row.askedBy === null || row.askedBy === me ? [] : [row.askedBy];
  const news = told.map((staffId) => ({ staffId, entityId: row.rootId, reason: 'told' as const }));
  await tellNews(ctx, 'vip', news);
  return ok({ id, version: version + 1 });
}
