import { sql } from 'kysely';
import { type Ctx, type Language, staffIdOf } from '../../../kernel/context.ts';
import type { Account } from '../../find-account.ts';
import { tellOfAccount } from '../../tell-of-account.ts';
import type { InvoiceContent, Payer, StatementContent } from '../content.ts';
import { payerJoins, payerOnPaper } from '../details/payer.ts';
import type { SellerParty } from '../../api/papers.ts';
import { holderJoins } from '../../reach.ts';
import { paperNumber, takeNumbers } from './take-numbers.ts';

type Made = {
  datedOn: string;
  fromOn: string | null;
  toOn: string | null;
  amountMinor: number;
  language: Language;
  seller: SellerParty;
} & (
  | { kind: 'statement'; contentOf: (number: string, payer: Payer) => StatementContent }
  | { kind: 'invoice'; contentOf: (number: string, payer: Payer) => InvoiceContent }
);

/** Gives a paper the next number, and stores it with everything that stands on it. */
export async function storePaper(
  ctx: Ctx,
  account: Account,
  { contentOf, seller, ...paper }: Made,
): Promise<{ id: number; number: string }> {
  const payer = await loadPayer(ctx, account.id);
  const taken = await takeNumbers(ctx, paper.kind, { on: paper.datedOn, count: 1 });
  const number = paperNumber(paper.datedOn, taken);
  const { id } = await ctx.db
    .insertInto('papers')
    .values({
      ...paper,
      number,
      accountId: account.id,
      currency: account.currency,
      seller: JSON.stringify(seller),
      payer: JSON.stringify(payer),
      content: JSON.stringify(contentOf(number, payer)),
      madeAt: ctx.clock.now(),
      madeBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { kind, amountMinor } = paper;
  const facts = { paperId: id, kind, number, amountMinor, currency: account.currency };
  await tellOfAccount(ctx, `billing.${kind}_made`, account, facts);
  return { id, number };
}

async function loadPayer(ctx: Ctx, accountId: number): Promise<Payer> {
  // accounts_pkey, subscribers_pkey, payer_details_pkey
  const { rows } = await sql<{ payer: Payer }>`
    select ${payerOnPaper} as payer
    from   accounts a ${holderJoins} ${payerJoins}
    where  a.id = ${accountId}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('an account that was found is gone');
  return row.payer;
}
