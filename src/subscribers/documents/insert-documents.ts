import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { DocumentInput } from '../api/shapes.ts';

/** Writes documents of a subscriber. @returns their ids in the order given */
export async function insertDocuments(
  ctx: Ctx,
  subscriberId: number,
  documents: readonly z.output<typeof DocumentInput>[],
): Promise<number[]> {
  if (documents.length === 0) return [];
  const rows = await ctx.db
    .insertInto('documents')
    .values(documents.map((one) => ({ ...one, subscriberId, createdAt: ctx.clock.now() })))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
