import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';

/**
 * Calls colleagues by name to a record, from a note there; each once of a note. Their list shows it
 * while they may see the record.
 */
export async function mention(
  ctx: Ctx,
  at: { entity: string; entityId: number; sourceId: number },
  staffIds: readonly number[],
): Promise<void> {
  const by = staffIdOf(ctx.actor);
  const called = [...new Set(staffIds)].filter((id) => id !== by);
  if (by === null || called.length === 0) return;
  // mentions_entity_source_id_staff_id_key
  const { rows } = await sql<{ id: number; staffId: number }>`
    insert into mentions (staff_id, by_staff_id, entity, entity_id, source_id, mentioned_at)
    select s.id, ${by}, ${at.entity}, ${at.entityId}, ${at.sourceId}, ${ctx.clock.now()}
    from   staff s where s.id = any(${called}::bigint[]) and s.disabled_at is null
    on     conflict do nothing
    returning id, staff_id`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map(({ id, staffId }) => ({
      type: 'work.mentioned',
      subject: { kind: 'staff', id: staffId },
      facts: { mentionId: id },
    })),
  );
}
