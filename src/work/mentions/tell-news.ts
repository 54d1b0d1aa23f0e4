import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { mentionReasons } from '../api/mentions.ts';

export type MentionReason = (typeof mentionReasons)[number];
export type News = {
  staffId: number;
  entityId: number;
  reason: Exclude<MentionReason, 'named'>;
};

/**
 * Tells people what happened to records that they watch, in the list in which they see where they
 * were called by name. Of each record one line waits to be seen, the newest.
 */
export async function tellNews(ctx: Ctx, entity: string, news: readonly News[]): Promise<void> {
  if (news.length === 0) return;
  const given = sql`jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as n (
    "staffId" bigint, "entityId" bigint, reason text)`;
  // mentions_news (entity, entity_id, staff_id) where reason <> 'named' and seen_at is null
  await sql`
    delete from mentions m using ${given}
    where  m.entity = ${entity} and m.entity_id = n."entityId" and m.staff_id = n."staffId"
    and    m.reason <> 'named' and m.seen_at is null`.execute(ctx.db);
  const { rows } = await sql<{ staffId: number }>`
    insert into mentions (staff_id, by_staff_id, entity, entity_id, reason, mentioned_at)
    select s.id, ${staffIdOf(ctx.actor)}::bigint, ${entity}, n."entityId", n.reason,
           ${ctx.clock.now()}
    from   ${given} join staff s on s.id = n."staffId" and s.disabled_at is null
    returning staff_id`.execute(ctx.db);
  await emitMany(
    ctx,
    [...new Set(rows.map(({ staffId }) => staffId))].map((id) => ({
      type: 'work.news_told',
      subject: { kind: 'staff', id },
      facts: {},
    })),
  );
}
