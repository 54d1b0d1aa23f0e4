import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { playsApi } from '../api/plays.ts';
import { nameTaken } from '../name-taken.ts';
import { lockPlay } from './play-rows.ts';
import { refusePlay, rowOf } from './refuse-play.ts';

type Input = z.output<(typeof playsApi)['PUT /api/plays/{id}']['input']>;

/**
 * Changes a play, which is off from then on until it was tried again; or puts it away. What it has
 * put before people already stays to be done.
 */
export async function changePlay(
  ctx: Ctx,
  { id, version, isArchived, ...fields }: Input,
): Promise<Result<{ version: number }>> {
  const locked = await lockPlay(ctx, id, version);
  if (!locked.ok) return locked;
  const refused = isArchived ? null : await refusePlay(ctx, fields);
  if (refused) return refused;
  const { rows } = await sql`
    select from plays where name = ${fields.name} and id <> ${id}`.execute(ctx.db);
  if (rows.length > 0) return nameTaken();
  const next = version + 1;
  await ctx.db
    .updateTable('plays')
    .set({
      ...rowOf(fields),
      version: next,
      onSince: null,
      archivedAt: isArchived ? ctx.clock.now() : null,
    })
    .where('id', '=', id)
    .execute();
  const { words: _, ...facts } = fields;
  const subject = { kind: 'play', id };
  await emit(ctx, { type: 'retention.play_changed', subject, facts: { ...facts, isArchived } });
  return ok({ version: next });
}
