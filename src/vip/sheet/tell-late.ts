import { sql } from 'kysely';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { tellNews } from '../../work/index.ts';
import { leaders } from './list-leaders.ts';

type Late = { id: number; rootId: number; leaderId: number; askedBy: number | null };

/** Tells whoever was asked, whoever asked and the other leaders that an answer is late. */
export const lateAnswersTick: Tick = {
  name: 'vip.late_answers',
  everySeconds: 60,
  run: async (ctx) => {
    const now = ctx.clock.now();
    // vip_escalations_open (due_at, id) where answered_at is null
    const { rows } = await sql<Late>`
      update vip_escalations e set late_told_at = ${now}
      from   subscribers s
      where  s.id = e.subscriber_id
      and    e.id in (select id from vip_escalations
                      where  answered_at is null and late_told_at is null and due_at <= ${now}
                      order  by due_at, id limit 200 for update skip locked)
      returning e.id, s.root_id, e.leader_id, e.asked_by`.execute(ctx.db);
    if (rows.length === 0) return;
    const others = (await leaders(ctx)).map(({ id }) => id);
    await tellNews(
      ctx,
      'vip',
      rows.flatMap(({ rootId, leaderId, askedBy }) =>
        [...new Set([leaderId, ...others, ...(askedBy === null ? [] : [askedBy])])].map(
          (staffId) => ({ staffId, entityId: rootId, reason: 'late' as const }),
        ),
      ),
    );
    await emitMany(
      ctx,
      rows.map(({ id, rootId, leaderId }) => ({
        type: 'vip.answer_late',
        subject: { kind: 'vip_escalation', id },
        subscriberId: rootId,
        facts: { staffId: leaderId },
      })),
    );
  },
};
