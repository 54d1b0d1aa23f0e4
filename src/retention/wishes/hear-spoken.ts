import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { lockOpenOf } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';

/**
 * Somebody of us took their call, or an answer that a person wrote has left: that is what their
 * wish waited for. A call that nobody takes is none, nor is a letter that a program wrote.
 */
export async function hearSpoken(ctx: Ctx, event: RecordedEvent): Promise<void> {
  if (typeof event.facts['staffId'] === 'number') await speak(ctx, event);
}

/** The same of a call of ours, once its outcome says that they were reached. */
export async function hearReached(ctx: Ctx, event: RecordedEvent): Promise<void> {
  if (event.facts['outcome'] === 'reached') await speak(ctx, event);
}

async function speak(ctx: Ctx, { subscriberId, occurredAt }: RecordedEvent): Promise<void> {
  if (subscriberId === null) return;
  const standing = await lockOpenOf(ctx, subscriberId);
  if (!standing || standing.spokenAt || occurredAt < standing.openedAt) return;
  const told = { type: 'retention.spoken' } as const;
  await writeCase(ctx, standing, { spokenAt: occurredAt }, told);
}
