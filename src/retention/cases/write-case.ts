import type { Updateable } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { emit } from '../../kernel/events/journal.ts';
import { indexCases } from './index-cases.ts';
import type { StoredCase } from './lock-case.ts';

type Told = {
  type: `retention.${string}`;
  facts?: Record<string, unknown>;
  personal?: Record<string, unknown>;
};

/**
 * The one way in which a locked case changes: the row, what it is found by, and the journal.
 * @returns its version
 */
export async function writeCase(
  ctx: Ctx,
  row: Pick<StoredCase, 'id' | 'version' | 'subscriberId'>,
  set: Updateable<DB['retentionCases']>,
  { type, facts = {}, personal }: Told,
): Promise<number> {
  const version = row.version + 1;
  await ctx.db
    .updateTable('retentionCases')
    .set({ ...set, version })
    .where('id', '=', row.id)
    .execute();
  await indexCases(ctx, [row.id]);
  await emit(ctx, {
    type,
    subject: { kind: 'case', id: row.id },
    subscriberId: row.subscriberId,
    facts: { number: row.id, ...facts },
    personal,
  });
  return version;
}
