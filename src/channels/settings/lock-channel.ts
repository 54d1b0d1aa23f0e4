import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Kind } from '../api/choices.ts';
import { type AnyChannel, type Channel, findChannel } from './load-channel.ts';

type Seen = { id: number; version: number };

/** A channel, locked for a write by somebody who has seen this version of it. */
export async function lockChannel(ctx: Ctx, { id, version }: Seen): Promise<Result<AnyChannel>> {
  await ctx.db.selectFrom('channels').select('id').where('id', '=', id).forUpdate().execute();
  const found = await findChannel(ctx, id);
  if (!found) return fail('channels.not_found');
  return found.version === version ? ok(found) : fail('channels.changed_meanwhile');
}

/** The same for a write that knows one kind of channel only. */
export async function lockOfKind<K extends Kind>(
  ctx: Ctx,
  kind: K,
  seen: Seen,
): Promise<Result<Channel<K>>> {
  const locked = await lockChannel(ctx, seen);
  if (!locked.ok) return locked;
  return locked.value.kind === kind ? ok(locked.value as Channel<K>) : fail('channels.not_found');
}
