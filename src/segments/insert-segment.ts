import type { Condition } from '../kernel/conditions/condition.ts';
import type { Ctx } from '../kernel/context.ts';
import type { SegmentKind } from './api/shapes.ts';

type NewSegment = {
  name: string;
  note: string;
  kind: SegmentKind;
  isBadge: boolean;
  everyMinutes: number;
  condition?: Condition | undefined;
  createdBy: number | null;
};

/** @returns the new segment's id, due to be counted; nothing where one is called so already */
export async function insertSegment(ctx: Ctx, given: NewSegment): Promise<number | undefined> {
  const { name, note, kind, isBadge, everyMinutes, condition, createdBy } = given;
  const now = ctx.clock.now();
  const made = await ctx.db
    .insertInto('segments')
    .values({
      name,
      note,
      kind,
      isBadge,
      everyMinutes,
      condition: condition ? JSON.stringify(condition) : null,
      nextAt: kind === 'dynamic' ? now : null,
      createdBy,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}
