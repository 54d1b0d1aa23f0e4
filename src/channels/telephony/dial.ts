import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import type { Delivery } from '../adapters/delivery.ts';
import { originate } from '../adapters/ami.ts';
import type { AsteriskSettings } from '../api/asterisk.ts';
import type { Channel } from '../settings/load-channel.ts';
import { amiAccess } from './ami-access.ts';

/** What is asked of an exchange: to ring at this phone of ours, and then to dial the recipient. */
export type DialPayload = { extension: string; askedAt: string };

/** Whoever has pressed a button waits so long; later, a phone that rings would only startle. */
const LONGEST_WAIT_MS = 30_000;

/** The exchange through which calls are made; null where none is well, and one dials oneself. */
export async function dialsBy(ctx: Ctx): Promise<number | null> {
  const exchange = await ctx.db
    .selectFrom('channels')
    .select('id')
    .where('kind', '=', 'asterisk')
    .where('state', '=', 'on')
    .where('trouble', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return exchange?.id ?? null;
}

/**
 * Stores that somebody is to be called, in the caller's transaction: it is dialled if and only if
 * that commits, once. The call has its name already, so that what the exchange tells finds it.
 */
export async function queueDial(
  ctx: Ctx,
  { channelId, extension, phone }: { channelId: number; extension: string; phone: string },
): Promise<{ linkedId: string }> {
  const now = ctx.clock.now();
  const key = randomUUID();
  const linkedId = `bereg-${key}`;
  const payload: DialPayload = { extension, askedAt: now.toISOString() };
  await ctx.db
    .insertInto('outgoingMessages')
    .values({
      channelId,
      key,
      recipient: phone,
      payload: JSON.stringify(payload),
      externalId: linkedId,
      tryAfter: now,
      createdAt: now,
    })
    .execute();
  return { linkedId };
}

/** Asks the exchange to dial, once: what did not succeed at once is not tried again by itself. */
export async function dial(
  ctx: Ctx,
  { settings, secrets }: Channel<'asterisk'>,
  asked: { recipient: string; externalId: string; payload: unknown },
): Promise<Delivery> {
  const { extension, askedAt } = asked.payload as DialPayload;
  if (ctx.clock.now().getTime() - Date.parse(askedAt) > LONGEST_WAIT_MS) {
    return { outcome: 'refused', trouble: 'gave_up', words: '' };
  }
  if (!secrets) return { outcome: 'refused', trouble: 'password_lost', words: '' };
  return originate(amiAccess(settings, secrets), {
    channel: settings.dialChannel.replace('{extension}', extension),
    context: settings.dialContext,
    number: written(asked.recipient, settings.numberForm),
    name: asked.externalId,
  });
}

/** A number in E.164 as the dial plan wants it. */
function written(phone: string, form: AsteriskSettings['numberForm']): string {
  if (form === 'e164') return phone;
  const digits = phone.replace('+', '');
  if (form === 'without_plus') return digits;
  // At home one dials 8 and the number; abroad 8, 10, the country and the number.
  return digits.startsWith('7') ? `8${digits.slice(1)}` : `810${digits}`;
}
