import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { cardsApi } from '../api/cards.ts';
import { keepVersion, nameTaken } from './add-card.ts';
import { refuseGroups } from './groups.ts';

type Input = z.output<(typeof cardsApi)['PUT /api/quality-cards/{id}']['input']>;

/** Makes a new version of a scorecard; what was judged stays judged by its own. */
export async function changeCard(
  ctx: Ctx,
  { id, version, groups, isArchived, ...fields }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const refused = refuseGroups(groups);
  if (refused) return refused;
  // quality_cards_pkey, quality_cards_name_key
  const { rows } = await sql<{ version: number; isOthers: boolean }>`
    select version, exists (select from quality_cards o
                            where  o.name = ${fields.name} and o.id <> c.id) as is_others
    from   quality_cards c where id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_card');
  if (row.version !== version) return fail('quality.changed_meanwhile');
  if (row.isOthers) return nameTaken();
  const next = { id, version: version + 1 };
  await ctx.db
    .updateTable('qualityCards')
    .set({
      ...fields,
      version: next.version,
      archivedAt: isArchived ? ctx.clock.now() : null,
    })
    .where('id', '=', id)
    .execute();
  await keepVersion(ctx, next, groups);
  const subject = { kind: 'quality_card', id };
  await emit(ctx, { type: 'quality.card_changed', subject, facts: { card: fields.name } });
  return ok(next);
}
