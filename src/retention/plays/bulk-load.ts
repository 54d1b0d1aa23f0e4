import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { dueAfter, startNorm } from '../../norms/index.ts';
import type { TaskOutcome } from './kinds.ts';
import { playNorm } from './norm.ts';
import type { Signal } from './signals.ts';

/** A contact that a play has brought: made, to be made, or withheld by chance. */
export type PlayTaskLoad = {
  subscriberId: number;
  signalledAt: Date;
  isHeld: boolean;
  done: { at: Date; by: number | null; outcome: TaskOutcome; note: string } | null;
};

/**
 * Switches on the play that begins with a signal, as of a moment, and writes what it has brought;
 * history, no news. Where there is no such play nothing is written.
 */
export async function bulkLoad(
  ctx: BulkCtx,
  { signal, since }: { signal: Signal; since: Date },
  given: readonly PlayTaskLoad[],
): Promise<void> {
  const play = await ctx.db
    .selectFrom('plays')
    .select(['id', 'aim', 'version'])
    .where('signal', '=', signal)
    .where('archivedAt', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  if (!play) return;
  await ctx.db
    .updateTable('plays')
    .set({ onSince: since, triedVersion: play.version })
    .where('id', '=', play.id)
    .execute();
  const { normSeconds, calendar } = await startNorm(ctx, playNorm.kind, since);
  await copyRows(
    ctx.client,
    'play_tasks',
    `play_id aim subscriber_id signalled_at state starts_at due_at norm_seconds calendar_id
     outcome note made_at done_at done_by owner_staff_id`.split(/\s+/),
    given.map(({ subscriberId, signalledAt, isHeld, done }) => [
      play.id,
      play.aim,
      subscriberId,
      signalledAt,
      isHeld ? 'held' : done ? 'done' : 'open',
      signalledAt,
      dueAfter(calendar, signalledAt, normSeconds),
      normSeconds,
      calendar.id,
      done?.outcome ?? null,
      done?.note ?? '',
      signalledAt,
      done?.at ?? null,
      done?.by ?? null,
      done?.by ?? null,
    ]),
  );
}
