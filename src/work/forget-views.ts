import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { emitMany } from '../kernel/events/journal.ts';

/**
 * Deletes kept views that are about one person: in whose name or filter stands what tells this
 * person from all others. Called when the person's data is erased.
 * @param words in any case; a word that others bear too would take views about them
 */
export async function forgetViews(ctx: Ctx, words: readonly string[]): Promise<void> {
  const telling = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  if (telling.length === 0) return;
  const { rows } = await sql<{ id: number; entity: string }>`
    delete from saved_views v
    where  exists (
      select from unnest(${telling}::text[]) as k (word)
      where  position(k.word in lower(v.name)) > 0
      or     position(k.word in lower(v.state::text)) > 0)
    returning v.id, v.entity`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map(({ id, entity }) => ({
      type: 'work.view_deleted',
      subject: { kind: 'view', id },
      facts: { entity },
    })),
  );
}
