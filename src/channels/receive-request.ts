import { randomUUID } from 'node:crypto';
import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { FIRST_TOUCH, startNorm } from '../norms/index.ts';
import { noteWish } from '../network/index.ts';
import { normalisePhone, type PhoneCountry } from '../subscribers/index.ts';
import type { RequestForm } from './api.ts';
import { botSign } from './bot-signs.ts';
import { checkLimits, waitForTurn } from './check-limits.ts';
import { findStored, type RawInput, type SitePayload, type Stored, storeRaw } from './store-raw.ts';
import { takeUp } from './take-up.ts';

/** `callBackBy`: until when a person calls back, by the norm. */
export type Received = { number: number | null; callBackBy: Date };

/**
 * A request from the site's form. It is stored first, in a commit of its own, and then understood;
 * whatever happens in between, the sweep takes it up again. Must run outside a transaction.
 * @returns the request's number, or null when it is kept and will be understood later
 */
export async function receiveRequest(ctx: Ctx, form: RequestForm): Promise<Result<Received>> {
  const payload: SitePayload = {
    topic: form.topic,
    name: form.name,
    phone: form.phone,
    address: form.address,
    wanted: form.wanted,
    page: form.page,
  };
  const key = ctx.call?.idempotencyKey ?? (form.key || randomUUID());
  const repeated = await findStored(ctx, { channel: 'site_form', key, payload });
  if (!repeated.ok) return repeated;
  if (repeated.value) return answer(ctx, repeated.value);

  const sign = botSign(form, ctx.clock.now());
  if (sign === 'too_fast') return fail('channels.too_fast');
  const { country, cityCode } = ctx.operator;
  const phone = normalisePhone(form.phone, country as PhoneCountry, cityCode ?? '');
  if (!phone.ok && sign === null) {
    return fail('kernel.invalid_input', {}, { phone: 'channels.bad_phone' });
  }
  const sender = phone.ok ? phone.e164 : '';
  const remote = ctx.call?.remoteAddress ?? '';
  const state = sign === 'rubbish' ? 'refused' : 'waiting';
  const message = { channel: 'site_form', key, payload, sender, remote, state } as const;
  const stored = await storeWithinLimits(ctx, message);
  if (!stored.ok) return stored;
  return answer(ctx, stored.value);
}

/** In a commit of its own. A repeat that came at the same time is no further message. */
function storeWithinLimits(ctx: Ctx, message: RawInput): Promise<Result<Stored>> {
  return inTransaction(ctx, async (tx) => {
    await waitForTurn(tx, message);
    const repeated = await findStored(tx, message);
    if (!repeated.ok) return repeated;
    if (repeated.value) return ok(repeated.value);
    const limits = await checkLimits(tx, message);
    if (!limits.ok) return limits;
    const stored = await storeRaw(tx, message);
    if (stored.ok && isWish(message)) await noteWish(tx, { ...message.payload, key: message.key });
    return stored;
  });
}

/** Who asks to be connected at an address tells where a line is wanted. */
const isWish = ({ payload, state }: RawInput): boolean =>
  state === 'waiting' && payload.topic === 'connect' && payload.address !== '';

async function answer(ctx: Ctx, stored: Stored): Promise<Result<Received>> {
  const number = await numberOf(ctx, stored);
  const { dueAt } = await startNorm(ctx, FIRST_TOUCH, stored.receivedAt);
  return ok({ number, callBackBy: dueAt });
}

/** A program that filled the hidden field is answered like everybody, so that it learns nothing. */
async function numberOf(ctx: Ctx, stored: Stored): Promise<number | null> {
  if (stored.requestNumber !== null) return stored.requestNumber;
  return stored.state === 'waiting' ? takeUp(ctx, stored.id) : null;
}
