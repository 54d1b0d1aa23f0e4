import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { NewMailbox } from '../api/mailboxes.ts';
import { checkMailbox } from './check-mailbox.ts';
import { isMailboxTaken } from './is-mailbox-taken.ts';
import { sealed } from './load-mailbox.ts';

/** Each holds a line open; an operator has a handful. */
const MOST_MAILBOXES = 50;

/** Adds a mailbox, which is read from now on: what lies in it already stays where it is. */
export async function createChannel(
  ctx: Ctx,
  { name, ...given }: NewMailbox,
): Promise<Result<{ id: number; version: number }>> {
  const checked = checkMailbox(given, null);
  if (!checked.ok) return checked;
  const { settings, passwords } = checked.value;
  await sql`lock table channels in share row exclusive mode`.execute(ctx.db);
  if (await isMailboxTaken(ctx, settings)) return fail('channels.mailbox_taken');
  const { count } = await ctx.db
    .selectFrom('channels')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= MOST_MAILBOXES) return fail('channels.too_many_mailboxes');
  const made = await ctx.db
    .insertInto('channels')
    .values({
      kind: 'email',
      name,
      settings: JSON.stringify(settings),
      secrets: sealed(ctx, passwords),
      createdAt: ctx.clock.now(),
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'channels.created',
    subject: { kind: 'channel', id: made.id },
    facts: { name, kind: 'email' },
  });
  return ok(made);
}
