import { sql, type Updateable } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { hasAnswered } from '../record/has-answered.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { touchOf } from '../callbacks/touch.ts';
import type { Split } from './find-split.ts';

type Sides = { row: Locked; into: Locked; split: Pick<Split, 'isTouched'> };

/**
 * What a conversation takes over from what was split off it, when that is taken back: nothing where
 * nothing has happened there. A human's touch there was the touch of this contact; what was asked
 * there since waits for us here.
 */
export async function takeOver(
  ctx: Ctx,
  { row, into, split }: Sides,
): Promise<Updateable<DB['conversations']>> {
  const { rows } = await sql<{ by: number | null; kind: 'call' | 'message' }>`
    select touched_by as by, touch_kind as kind
    from   conversations where id = ${into.id}`.execute(ctx.db);
  const { by = null, kind = 'message' } = rows[0] ?? {};
  // What was moved has gone back already.
  const isAsked = await hasAnswered(ctx, into.id);
  const isTouchedThere = !split.isTouched && into.touchedAt !== null;
  const touch = isTouchedThere
    ? await touchOf(ctx, row, { at: into.touchedAt ?? into.openedAt, by, kind })
    : null;
  const isAwaited = isAsked && into.state === 'open' && into.whoseTurn === 'ours';
  const isWaiting = row.state === 'open' && row.whoseTurn === 'ours';
  if (!isAwaited) return touch ?? {};
  const dueFirst = isWaiting && row.nextDueAt <= into.nextDueAt ? row : into;
  return {
    ...touch,
    state: 'open',
    whoseTurn: 'ours',
    snoozedUntil: null,
    nextDueAt: dueFirst.nextDueAt,
  };
}
