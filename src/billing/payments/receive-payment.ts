import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { openDay, postEntry } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { holdAccount } from '../find-account.ts';
import { afterPayment } from '../slots.ts';
import { ownSideOf, type Source } from './sources.ts';

export type Given = {
  source: Pick<Source, 'id' | 'kind' | 'currency'>;
  /** The source's own number of the payment. */
  externalId: string;
  /** Null holds it until a person says whose it is. */
  account: { id: number; subscriberId: number } | null;
  /** What the payer named. */
  accountGiven: string;
  amountMinor: number;
  paidAt: Date;
  payer?: string;
  purpose?: string;
  staffId?: number | null;
  /** In whose hands it is, of the source `dealers`. */
  dealerId?: number;
};

export type Received = { paymentId: number; isNew: boolean };

/**
 * The one way in for money: stored, posted and told in the transaction of the caller. Whatever
 * comes again under its number is answered as before and credited once.
 * @returns the payment. Fails with `billing.payment_differs` where the number came before with
 * another sum or account: nothing is posted. The failure rolls back, so the caller tells a person
 * by `noteConflict` in a transaction after it
 */
export async function receivePayment(ctx: Ctx, given: Given): Promise<Result<Received>> {
  if (given.account) await holdAccount(ctx, given.account.id);
  const id = await store(ctx, given);
  if (id === null) return repeated(ctx, given);
  const { source, account, amountMinor } = given;
  const posted = await postEntry(ctx, {
    kind: 'payment',
    key: `payment ${id}`,
    occurredOn: await openDay(ctx, today(ctx)),
    currency: source.currency,
    lines: [
      { side: account ? { accountId: account.id } : { own: 'unidentified' }, amountMinor },
      { side: ownSideOf(source.kind, given.dealerId), amountMinor: -amountMinor },
    ],
    facts: { paymentId: id, sourceId: source.id },
  });
  if (!posted.ok) return posted;
  await ctx.db
    .updateTable('payments')
    .set({ transactionId: posted.value.transactionId })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: account ? 'billing.payment_received' : 'billing.payment_held',
    subject: account ? { kind: 'account', id: account.id } : { kind: 'payment', id },
    ...(account ? { subscriberId: account.subscriberId } : {}),
    facts: { paymentId: id, amountMinor, currency: source.currency, sourceId: source.id },
  });
  if (account) {
    const money = { accountId: account.id, paymentId: id, amountMinor };
    for (const { piece } of afterPayment.fills) await piece(ctx, money);
  }
  return ok({ paymentId: id, isNew: true });
}

/** @returns its id; null where the number came before */
async function store(ctx: Ctx, given: Given): Promise<number | null> {
  const { source, account } = given;
  const row = await ctx.db
    .insertInto('payments')
    .values({
      sourceId: source.id,
      externalId: given.externalId,
      accountId: account?.id ?? null,
      accountGiven: given.accountGiven,
      amountMinor: given.amountMinor,
      currency: source.currency,
      paidAt: given.paidAt,
      receivedAt: ctx.clock.now(),
      state: account ? 'credited' : 'unidentified',
      payer: given.payer ?? '',
      purpose: given.purpose ?? '',
      staffId: given.staffId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['sourceId', 'externalId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

async function repeated(ctx: Ctx, given: Given): Promise<Result<Received>> {
  const { source, externalId, amountMinor, accountGiven } = given;
  const found = await ctx.db
    .selectFrom('payments')
    .select(['id', 'amountMinor', 'accountGiven'])
    .where('sourceId', '=', source.id)
    .where('externalId', '=', externalId)
    .executeTakeFirstOrThrow();
  if (found.amountMinor === amountMinor && found.accountGiven === accountGiven) {
    return ok({ paymentId: found.id, isNew: false });
  }
  return fail('billing.payment_differs', { paymentId: found.id });
}

/** Puts a number that came with another sum or account before a person, once for all repeats. */
export async function noteConflict(
  ctx: Ctx,
  conflict: { paymentId: number; accountGiven: string; amountMinor: number },
): Promise<void> {
  const { paymentId, accountGiven, amountMinor } = conflict;
  const { rows } = await sql<{ id: number; times: number }>`
    insert into payment_conflicts as known
           (payment_id, account_given, amount_minor, received_at)
    values (${paymentId}, ${accountGiven}, ${amountMinor}, ${ctx.clock.now()})
    on     conflict (payment_id, account_given, amount_minor)
    do     update set times = known.times + 1
    returning id, times`.execute(ctx.db);
  if (rows[0]?.times !== 1) return;
  await emit(ctx, {
    type: 'billing.payment_conflicted',
    subject: { kind: 'payment', id: paymentId },
    facts: { paymentId, amountMinor, conflictId: rows[0].id },
  });
}
