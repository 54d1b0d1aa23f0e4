import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type AnyChannel, type Channel, sealed } from './load-channel.ts';

type After = {
  [K in Channel['kind']]: Pick<Channel<K>, 'name' | 'settings' | 'place'> & {
    secrets: NonNullable<Channel<K>['secrets']>;
  };
}[Channel['kind']];

/** Writes what a locked channel is set to now; whoever reads it opens it anew. */
export async function updateChannel(
  ctx: Ctx,
  before: AnyChannel,
  { name, settings, secrets, place }: After,
  isPasswordNew: boolean,
): Promise<Result<{ id: number; version: number }>> {
  const { id } = before;
  const version = before.version + 1;
  await ctx.db
    .updateTable('channels')
    .set({
      name,
      settings: JSON.stringify(settings),
      secrets: sealed(ctx, secrets),
      place: JSON.stringify(place),
      troubleOf: null,
      trouble: null,
      error: null,
      errorAt: null,
      version,
    })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'channels.changed',
    subject: { kind: 'channel', id },
    facts: { name, fields: changedFields(before.settings, settings), isPasswordNew },
  });
  return ok({ id, version });
}

/** Which settings are other than before; their values are nobody's business in the journal. */
function changedFields(before: object, after: object): string[] {
  const former = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([key, value]) => former.get(key) !== value)
    .map(([key]) => key);
}
