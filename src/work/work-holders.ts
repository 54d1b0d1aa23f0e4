import type { Ctx } from '../kernel/context.ts';
import { fail, type Fail } from '../kernel/result.ts';
import { defineSlot } from '../kernel/slots.ts';

export type Described = { id: number; title: string; path: string };

/** Something that people work on, told by the domain that keeps it: conversations, tickets. */
export type WorkHolder = {
  /** As in addresses: `conversations`. */
  entity: string;
  /** Which of these the one who acts may see. */
  reached: (ctx: Ctx, ids: readonly number[]) => Promise<ReadonlySet<number>>;
  /** What they are called where they are pointed at, and where they open; of those one may see. */
  describe: (ctx: Ctx, ids: readonly number[]) => Promise<Described[]>;
  /** Whom it is with. */
  subscriberOf: (ctx: Ctx, id: number) => Promise<number | null>;
  /**
   * Whether whom it is with was erased: nothing more is kept of it. Locks the record, so that an
   * erasure that begins meanwhile waits.
   */
  isErased: (ctx: Ctx, id: number) => Promise<boolean>;
  /** What screens hear when somebody comes to it, leaves or begins to write: a type, a subject. */
  attention: { type: string; kind: string };
};

export const workHolders = defineSlot<WorkHolder>('work.holders');

/** The holder of a record that the one who acts may see; of any other there is nothing to tell. */
export async function reachRecord(
  ctx: Ctx,
  { entity, entityId }: { entity: string; entityId: number },
): Promise<WorkHolder | Fail> {
  const holder = workHolders.fills.find(({ piece }) => piece.entity === entity)?.piece;
  const reached = await holder?.reached(ctx, [entityId]);
  return holder && reached?.has(entityId) ? holder : fail('work.record_not_found');
}
