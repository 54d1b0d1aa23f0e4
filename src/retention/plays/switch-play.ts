import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockPlay } from './play-rows.ts';

/** Switches a play on, after somebody has looked at what it would have done, or off. */
export async function switchPlay(
  ctx: Ctx,
  { id, version, isOn }: { id: number; version: number; isOn: boolean },
): Promise<Result<Done>> {
  const locked = await lockPlay(ctx, id, version);
  if (!locked.ok) return locked;
  const { onSince, archivedAt, triedVersion } = locked.value;
  if (isOn && archivedAt) return fail('retention.no_such_play');
  if (isOn && triedVersion !== version) return fail('retention.play_untried');
  if (isOn === (onSince !== null)) return ok({});
  await ctx.db
    .updateTable('plays')
    .set({ onSince: isOn ? ctx.clock.now() : null })
    .where('id', '=', id)
    .execute();
  const type = isOn ? 'retention.play_switched_on' : 'retention.play_switched_off';
  await emit(ctx, { type, subject: { kind: 'play', id } });
  return ok({});
}
