import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { noteConflict, receivePayments } from '../receive-payment.ts';
import type { Source } from '../source.ts';
import type { Query } from './read-query.ts';
import { dayOfDate, wallToMs } from '../../../norms/index.ts';
import { type Answer, results } from './results.ts';

/** How long one payment waits for a copy of itself that is being made, or for its account. */
const PATIENCE = '5s';
/** Several do not wait long for what one of them stands before: it is done alone then. */
const PATIENCE_TOGETHER = '500ms';

type Account = {
  id: number;
  number: string;
  subscriberId: number;
  state: 'active' | 'suspended' | 'closed';
  currency: string;
  isErased: boolean;
};

export type Asked = { source: Source; query: Query };

type Paid = {
  id: number;
  sourceId: number;
  externalId: string;
  accountGiven: string;
  amountMinor: number;
};

/**
 * `check` looks and writes nothing; `pay` looks again, for it may come without a check. What comes
 * at once is asked and paid in as few statements as one, and answered in the order given.
 */
export async function answerQueries(ctx: Ctx, asked: readonly Asked[]): Promise<Answer[]> {
  // Also where the source stands still by now: what was credited must not be given back there.
  const paid = await findPaid(
    ctx,
    asked.filter(({ query }) => query.command === 'pay'),
  );
  const accounts = await findByNumbers(
    ctx,
    asked.map(({ query }) => query.account),
  );
  const answers = new Map<Asked, Answer>();
  const due: Due[] = [];
  for (const one of asked) {
    const before = one.query.command === 'pay' ? paid(one) : undefined;
    const account = accounts.get(one.query.account);
    if (before) answers.set(one, await again(ctx, one.query, before));
    else {
      const result = hindranceOf(one, account);
      if (result !== null || one.query.command === 'check' || !account) {
        answers.set(one, { txnId: one.query.txnId, result: result ?? results.ok });
      } else due.push({ asked: one, account });
    }
  }
  for (const [one, answer] of await payAll(ctx, due)) answers.set(one, answer);
  return asked.map((one) => {
    const answer = answers.get(one);
    if (!answer) throw new Error('a query of a terminal was not answered');
    return answer;
  });
}

type Due = { asked: Asked; account: Account };

/** @returns what was paid under a query's number, if anything was */
async function findPaid(
  ctx: Ctx,
  asked: readonly Asked[],
): Promise<(one: Asked) => Paid | undefined> {
  if (asked.length === 0) return () => undefined;
  // payments_source_id_external_id_key (source_id, external_id)
  const { rows } = await sql<Paid>`
    select p.id, p.source_id, p.external_id, p.account_given, p.amount_minor
    from   unnest(${asked.map(({ source }) => source.id)}::bigint[],
                  ${asked.map(({ query }) => query.txnId)}::text[]) as t (source_id, external_id)
    join   payments p on p.source_id = t.source_id and p.external_id = t.external_id`.execute(
    ctx.db,
  );
  return ({ source, query }) =>
    rows.find((row) => row.sourceId === source.id && row.externalId === query.txnId);
}

/** A repeat is answered as the first one was, whatever has become of the account since. */
async function again(ctx: Ctx, query: Query, paid: Paid): Promise<Answer> {
  const { account, sumMinor, txnId } = query;
  if (paid.accountGiven === account && paid.amountMinor === sumMinor) return done(query, paid.id);
  // The same number with another sum or account is no repeat: somebody has to look into it.
  await inTransaction(ctx, (tx) =>
    noteConflict(tx, { paymentId: paid.id, accountGiven: account, amountMinor: sumMinor }),
  );
  return { txnId, result: results.other, comment: 'txn_id was paid with another sum or account' };
}

const done = ({ txnId, sumMinor }: Query, paymentId: number): Answer => ({
  txnId,
  prvTxn: paymentId,
  sumMinor,
  result: results.ok,
});

/**
 * As `payableAccount`, for many at once; those that may not be paid too, for the protocol wants to
 * know why.
 */
async function findByNumbers(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, Account>> {
  // accounts_number (number), subscribers_pkey
  const { rows } = await sql<Account>`
    select a.id, a.number, own.root_id as subscriber_id, a.state, a.currency,
           own.erased_at is not null as is_erased
    from   accounts a join subscribers own on own.id = a.subscriber_id
    where  a.number = any(${[...numbers]}::text[])`.execute(ctx.db);
  return new Map(rows.map((account) => [account.number, account]));
}

function hindranceOf(
  { source, query }: Asked,
  account: Account | undefined,
): Answer['result'] | null {
  if (!source.isEnabled) return results.forbiddenForNow;
  if (!/^[\p{L}\d\s/.,#№-]{1,60}$/u.test(query.account)) return results.wrongAccountFormat;
  if (!account) return results.noSuchAccount;
  if (account.isErased || account.currency !== source.currency) return results.forbidden;
  if (account.state === 'closed') return results.accountNotActive;
  if (query.sumMinor < source.leastMinor) return results.sumTooSmall;
  if (source.mostMinor !== null && query.sumMinor > source.mostMinor) return results.sumTooLarge;
  return null;
}

async function payAll(ctx: Ctx, due: readonly Due[]): Promise<[Asked, Answer][]> {
  if (due.length === 0) return [];
  const received = await inTransaction(ctx, async (tx) => {
    const patience = due.length > 1 ? PATIENCE_TOGETHER : PATIENCE;
    // All is met by its keys. A plan is kept, and one of a small table would read all of it for as
    // long as PostgreSQL has not seen how it grew.
    await sql`
      select set_config('lock_timeout', ${patience}, true), set_config('enable_seqscan', 'off', true),
             set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(
      tx.db,
    );
    return receivePayments(
      tx,
      due.map(({ asked: { source, query }, account }) => ({
        source,
        externalId: query.txnId,
        account,
        accountGiven: query.account,
        amountMinor: query.sumMinor,
        paidAt: query.paidAt === null ? ctx.clock.now() : instantOf(ctx, query.paidAt),
      })),
    );
  });
  const differing = due.filter((_, nth) => !received[nth]?.ok).map(({ asked }) => asked);
  // Another with such a number came between our look and our write.
  const paid = await findPaid(ctx, differing);
  return Promise.all(
    due.map(async ({ asked }, nth): Promise<[Asked, Answer]> => {
      const one = received[nth];
      if (one?.ok) return [asked, done(asked.query, one.value.paymentId)];
      const found = paid(asked);
      if (!found) throw new Error('a payment that differs is not there');
      return [asked, await again(ctx, asked.query, found)];
    }),
  );
}

/** The terminal's clock shows the operator's time. */
function instantOf(ctx: Ctx, wall: string): Date {
  const [date = '', time = ''] = wall.split('T');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const ofDay = hours * 3600 + minutes * 60 + seconds;
  return new Date(wallToMs(ctx.operator.timeZone, dayOfDate(date), ofDay));
}
