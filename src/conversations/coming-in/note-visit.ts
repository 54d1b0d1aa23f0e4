import { type Ctx, teamIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber, normalisePhone, type PhoneCountry } from '../../subscribers/index.ts';
import { tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { openingTimes } from '../record/opening-times.ts';
import { me } from '../reach.ts';

type Input = { subscriberId?: number | undefined; name: string; phone: string; wanted: string };

/**
 * Writes down that somebody has come to the office, and what for. Whoever writes it stands before
 * them: the conversation is theirs, and touched at once.
 */
export async function noteVisit(
  ctx: Ctx,
  { subscriberId, name, phone, wanted }: Input,
): Promise<Result<{ id: number; version: number; number: number }>> {
  const whose = subscriberId === undefined ? ok(null) : await find(ctx, subscriberId);
  if (!whose.ok) return whose;
  const sender = readPhone(ctx, phone);
  if (sender === null) return fail('kernel.invalid_input', {}, { phone: 'channels.bad_phone' });
  const now = ctx.clock.now();
  const teamId = teamIdOf(ctx.actor);
  const opened = await ctx.db
    .insertInto('conversations')
    .values({
      channel: 'office',
      subscriberId: whose.value,
      contactDraft: JSON.stringify({ name, phone, address: '', page: '' }),
      sender,
      ...(await openingTimes(ctx, now)),
      nextDueAt: now,
      offerFrom: null,
      escalateAt: null,
      ownerStaffId: me(ctx),
      teamId,
      takenAt: now,
      touchedAt: now,
      touchedBy: me(ctx),
      touchKind: 'visit',
      touchSeconds: 0,
    })
    .returning(['id', 'number', 'version', 'subscriberId'])
    .executeTakeFirstOrThrow();
  const { id: messageId } = await ctx.db
    .insertInto('messages')
    .values({ conversationId: opened.id, direction: 'in', text: wanted, happenedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await indexConversations(ctx, [opened.id]);
  const facts = { channel: 'office', staffId: me(ctx), messageId };
  await tell(ctx, opened, 'conversations.opened', facts);
  return ok({ id: opened.id, version: opened.version, number: opened.number });
}

/** Locked, so that an erasure that begins meanwhile waits and sees this conversation as theirs. */
async function find(ctx: Ctx, id: number): Promise<Result<number>> {
  const found = await lockSubscriber(ctx, id, 'subscribers.view');
  return found.ok ? ok(found.value.id) : fail('conversations.no_such_subscriber');
}

/** In E.164; empty where none was told, null where it is no phone. */
function readPhone({ operator }: Ctx, phone: string): string | null {
  if (phone === '') return '';
  const read = normalisePhone(phone, operator.country as PhoneCountry, operator.cityCode ?? '');
  return read.ok ? read.e164 : null;
}
