import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit, emitMany } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { openDay, postEntries } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { holdAccounts } from '../find-account.ts';
import { afterPayment } from '../slots.ts';
import { paymentEntry } from './payment-entry.ts';
import type { Source } from './source.ts';
import { standsAtBank } from './source-sides.ts';

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
  const [received] = await receivePayments(ctx, [given]);
  if (!received) throw new Error('a payment was not answered');
  return received;
}

/**
 * The same for several, in as few statements as for one.
 * @returns what became of each, in the order given; of those that fail nothing is posted
 */
export async function receivePayments(
  ctx: Ctx,
  givens: readonly Given[],
): Promise<Result<Received>[]> {
  await holdAccounts(
    ctx,
    givens.flatMap(({ account }) => account?.id ?? []),
  );
  const ids = await store(ctx, givens);
  const fresh = givens.flatMap((given, nth) => {
    const id = ids.get(nth);
    return id === undefined ? [] : { id, ...given };
  });
  if (fresh.length > 0) await credit(ctx, fresh);
  const results: Result<Received>[] = [];
  for (const [nth, given] of givens.entries()) {
    const id = ids.get(nth);
    results.push(
      id === undefined ? await repeated(ctx, given) : ok({ paymentId: id, isNew: true }),
    );
  }
  return results;
}

/** @returns the ids by place; those whose numbers came before have none */
async function store(ctx: Ctx, givens: readonly Given[]): Promise<Map<number, number>> {
  const rows = givens.map((given, nth) => ({
    nth,
    sourceId: given.source.id,
    externalId: given.externalId,
    accountId: given.account?.id ?? null,
    accountGiven: given.accountGiven,
    amountMinor: given.amountMinor,
    currency: given.source.currency,
    paidAt: given.paidAt,
    state: given.account ? 'credited' : 'unidentified',
    payer: given.payer ?? '',
    purpose: given.purpose ?? '',
    staffId: given.staffId ?? null,
    isAtBank: standsAtBank(given.source.kind),
  }));
  const { rows: stored } = await sql<{ id: number; sourceId: number; externalId: string }>`
    insert into payments (source_id, external_id, account_id, account_given, amount_minor,
                          currency, paid_at, received_at, state, payer, purpose, staff_id,
                          is_at_bank)
    select "sourceId", "externalId", "accountId", "accountGiven", "amountMinor", currency,
           "paidAt", ${ctx.clock.now()}, state, payer, purpose, "staffId", "isAtBank"
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(nth int, "sourceId" bigint,
             "externalId" text, "accountId" bigint, "accountGiven" text, "amountMinor" bigint,
             currency text, "paidAt" timestamptz, state text, payer text, purpose text,
             "staffId" bigint, "isAtBank" boolean)
    order  by "sourceId", "externalId", nth
    on     conflict (source_id, external_id) do nothing
    returning id, source_id, external_id`.execute(ctx.db);
  const places = new Map<string, number>();
  for (const [nth, { source, externalId }] of givens.entries()) {
    const number = `${source.id} ${externalId}`;
    if (!places.has(number)) places.set(number, nth);
  }
  return new Map(
    stored.map(({ id, sourceId, externalId }) => {
      const place = places.get(`${sourceId} ${externalId}`);
      if (place === undefined) throw new Error(`payment ${id} was not asked for`);
      return [place, id];
    }),
  );
}

async function credit(ctx: Ctx, payments: readonly (Given & { id: number })[]): Promise<void> {
  const occurredOn = await openDay(ctx, today(ctx));
  const posted = await postEntries(
    ctx,
    payments.map((payment) => paymentEntry({ ...payment, occurredOn })),
  );
  if (!posted.ok) throw new Error(`a payment was not posted: ${posted.failure.code}`);
  // payments_pkey
  await sql`
    update payments p set transaction_id = t.transaction_id
    from   unnest(${payments.map(({ id }) => id)}::bigint[],
                  ${posted.value.map(({ transactionId }) => transactionId)}::bigint[])
             as t (id, transaction_id)
    where  p.id = t.id`.execute(ctx.db);
  await emitMany(
    ctx,
    payments.map(({ id, account, amountMinor, source }) => ({
      type: account ? 'billing.payment_received' : 'billing.payment_held',
      subject: account ? { kind: 'account', id: account.id } : { kind: 'payment', id },
      ...(account ? { subscriberId: account.subscriberId } : {}),
      facts: { paymentId: id, amountMinor, currency: source.currency, sourceId: source.id },
    })),
  );
  const moneys = payments.flatMap(({ id, account, amountMinor }) =>
    account ? { accountId: account.id, paymentId: id, amountMinor } : [],
  );
  if (moneys.length === 0) return;
  for (const { piece } of afterPayment.fills) await piece(ctx, moneys);
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
