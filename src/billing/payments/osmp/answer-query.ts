import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { noteConflict, receivePayment } from '../receive-payment.ts';
import type { Source } from '../sources.ts';
import type { Query } from './read-query.ts';
import { dayOfDate, wallToMs } from '../../../norms/index.ts';
import { type Answer, results } from './results.ts';

/** How long a copy of a payment waits for another copy that is being made. */
const PATIENCE = '5s';

type Account = {
  id: number;
  subscriberId: number;
  state: 'active' | 'suspended' | 'closed';
  currency: string;
  isErased: boolean;
};

/** `check` looks and writes nothing; `pay` looks again, for it may come without a check. */
export async function answerQuery(ctx: Ctx, source: Source, query: Query): Promise<Answer> {
  const { txnId } = query;
  if (query.command === 'pay') {
    // Also where the source stands still by now: what was credited must not be given back there.
    const paid = await findPaid(ctx, source, query);
    if (paid) return paid;
  }
  if (!source.isEnabled) return { txnId, result: results.forbiddenForNow };
  const account = await findByNumber(ctx, query.account);
  const hindrance = hindranceOf(source, query, account);
  if (hindrance !== null || !account) {
    return { txnId, result: hindrance ?? results.noSuchAccount };
  }
  if (query.command === 'check') return { txnId, result: results.ok };
  return pay(ctx, source, query, account);
}

/** A repeat is answered as the first one was, whatever has become of the account since. */
async function findPaid(ctx: Ctx, source: Source, query: Query): Promise<Answer | null> {
  // payments_source_id_external_id_key (source_id, external_id)
  const paid = await ctx.db
    .selectFrom('payments')
    .select(['id', 'accountGiven', 'amountMinor'])
    .where('sourceId', '=', source.id)
    .where('externalId', '=', query.txnId)
    .executeTakeFirst();
  if (!paid) return null;
  const isSame = paid.accountGiven === query.account && paid.amountMinor === query.sumMinor;
  return isSame ? done(query, paid.id) : refuseOther(ctx, query, paid.id);
}

const done = ({ txnId, sumMinor }: Query, paymentId: number): Answer => ({
  txnId,
  prvTxn: paymentId,
  sumMinor,
  result: results.ok,
});

/** The same number with another sum or account is no repeat: somebody has to look into it. */
async function refuseOther(ctx: Ctx, query: Query, paymentId: number): Promise<Answer> {
  const { account, sumMinor, txnId } = query;
  await inTransaction(ctx, (tx) =>
    noteConflict(tx, { paymentId, accountGiven: account, amountMinor: sumMinor }),
  );
  return { txnId, result: results.other, comment: 'txn_id was paid with another sum or account' };
}

async function findByNumber(ctx: Ctx, number: string): Promise<Account | null> {
  // accounts_number (number), subscribers_pkey
  const { rows } = await sql<Account>`
    select a.id, own.root_id as subscriber_id, a.state, a.currency,
           own.erased_at is not null as is_erased
    from   accounts a join subscribers own on own.id = a.subscriber_id
    where  a.number = ${number}`.execute(ctx.db);
  return rows[0] ?? null;
}

function hindranceOf(
  source: Source,
  query: Query,
  account: Account | null,
): Answer['result'] | null {
  if (!/^[\p{L}\d\s/.,#№-]{1,60}$/u.test(query.account)) return results.wrongAccountFormat;
  if (!account) return results.noSuchAccount;
  if (account.isErased || account.currency !== source.currency) return results.forbidden;
  if (account.state === 'closed') return results.accountNotActive;
  if (query.sumMinor < source.leastMinor) return results.sumTooSmall;
  if (source.mostMinor !== null && query.sumMinor > source.mostMinor) return results.sumTooLarge;
  return null;
}

async function pay(ctx: Ctx, source: Source, query: Query, account: Account): Promise<Answer> {
  const received = await inTransaction(ctx, async (tx) => {
    await sql`select set_config('lock_timeout', ${PATIENCE}, true)`.execute(tx.db);
    return receivePayment(tx, {
      source,
      externalId: query.txnId,
      account,
      accountGiven: query.account,
      amountMinor: query.sumMinor,
      paidAt: query.paidAt === null ? ctx.clock.now() : instantOf(ctx, query.paidAt),
    });
  });
  if (received.ok) return done(query, received.value.paymentId);
  if (received.failure.code !== 'billing.payment_differs') {
    throw new Error(`a payment of a terminal was refused: ${received.failure.code}`);
  }
  // Another with this number came between our look and our write.
  const found = await findPaid(ctx, source, query);
  if (!found) throw new Error('a payment that differs is not there');
  return found;
}

/** The terminal's clock shows the operator's time. */
function instantOf(ctx: Ctx, wall: string): Date {
  const [date = '', time = ''] = wall.split('T');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const ofDay = hours * 3600 + minutes * 60 + seconds;
  return new Date(wallToMs(ctx.operator.timeZone, dayOfDate(date), ofDay));
}
