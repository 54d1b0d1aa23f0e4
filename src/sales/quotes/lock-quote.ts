import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { paymentWays, QuoteLine, quoteStates } from '../api/quotes.ts';

export type LockedQuote = {
  id: number;
  dealId: number;
  state: (typeof quoteStates)[number];
  lines: z.output<typeof QuoteLine>[];
  monthlyMinor: number;
  onceMinor: number;
  currency: string;
  payment: (typeof paymentWays)[number];
  parts: number;
  validUntil: string;
  acceptedName: string;
  /** What the deal was worth before it was accepted. */
  formerMonthlyMinor: number | null;
  formerOnceMinor: number | null;
};

const columns = [
  'id',
  'dealId',
  'state',
  'lines',
  'monthlyMinor',
  'onceMinor',
  'currency',
  'payment',
  'parts',
  'validUntil',
  'acceptedName',
  'formerMonthlyMinor',
  'formerOnceMinor',
] as const;

/** A quote, locked, by its id or the key of its page. The deal is locked before it, if at all. */
export async function lockQuote(
  ctx: Ctx,
  by: { id: number } | { token: string },
): Promise<LockedQuote | null> {
  // quotes_pkey, quotes_token_key (token)
  const row = await ctx.db
    .selectFrom('quotes')
    .select(columns)
    .where((e) => ('id' in by ? e('id', '=', by.id) : e('token', '=', by.token)))
    .forUpdate()
    .executeTakeFirst();
  return (row as LockedQuote | undefined) ?? null;
}
