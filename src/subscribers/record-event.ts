import type { Ctx } from '../kernel/context.ts';
import { emitMany, type NewEvent } from '../kernel/events/journal.ts';

/**
 * What a person corrects, removes or scans is no longer the import's that brought it: set with
 * every such write, so that undoing the import leaves it, and whose it is, where they are.
 */
export const noImports = { importId: null } as const;

type Told = Pick<NewEvent, 'facts' | 'personal'>;

/**
 * Records that something happened to a subscriber. Facts name fields and ids alone; the values,
 * which are personal, go where an erasure reaches them.
 * @returns the event's id
 */
export async function recordEvent(
  ctx: Ctx,
  subscriberId: number,
  type: `subscribers.${string}`,
  told: Told = {},
): Promise<number> {
  const [id = 0] = await recordEvents(ctx, [subscriberId], type, told);
  return id;
}

/** Records the same of several subscribers at once. */
export function recordEvents(
  ctx: Ctx,
  subscriberIds: readonly number[],
  type: `subscribers.${string}`,
  told: Told = {},
): Promise<number[]> {
  return emitMany(
    ctx,
    subscriberIds.map((id) => ({
      type,
      subject: { kind: 'subscriber', id },
      subscriberId: id,
      ...told,
    })),
  );
}
