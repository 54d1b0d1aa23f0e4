import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findMailbox, type Mailbox } from './load-mailbox.ts';

/** A channel, locked for a write by somebody who has seen this version of it. */
export async function lockChannel(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<Mailbox & { state: string }>> {
  await ctx.db.selectFrom('channels').select('id').where('id', '=', id).forUpdate().execute();
  const found = await findMailbox(ctx, id);
  if (!found) return fail('channels.not_found');
  return found.version === version ? ok(found) : fail('channels.changed_meanwhile');
}
