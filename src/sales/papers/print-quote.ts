import { sql } from 'kysely';
import { longDay, sellerOnPaper } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { print } from '../../kernel/pdf/print.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import type { LockedQuote } from '../quotes/lock-quote.ts';
import { pathOf } from '../quotes/path-of.ts';
import { offeredIn } from './offered.ts';
import { paperWords } from './paper-words.ts';
import type { QuotePaper } from './quote-layout.ts';

const layout = new URL('./quote-layout.ts', import.meta.url);

type Row = LockedQuote & { words: string; madeAt: Date; madeOn: string; token: string };

/** A quote as a PDF, by its id under a deal that is known, or by its link's key. */
export async function printQuote(
  ctx: Ctx,
  by: { id: number; dealId: number } | { token: string },
): Promise<Result<Download>> {
  // quotes_pkey, quotes_token_key (token)
  const { rows } = await sql<Row>`
    select id, deal_id, state, lines, words, monthly_minor, once_minor, currency, valid_until,
           payment, parts, token, made_at,
           (made_at at time zone ${ctx.operator.timeZone})::date as made_on
    from   quotes
    where  ${'id' in by ? sql`id = ${by.id} and deal_id = ${by.dealId}` : sql`token = ${by.token}`}`.execute(
    ctx.db,
  );
  const [quote] = rows;
  if (!quote) return fail('sales.no_such_quote');
  const { language, name: operator, publicUrl } = ctx.operator;
  const text = paperWords[language];
  const { name: seller, phone } = await sellerOnPaper(ctx);
  const paper: QuotePaper = {
    ...offeredIn(ctx, quote),
    number: String(quote.id),
    on: longDay(quote.madeOn, language),
    until: longDay(quote.validUntil, language),
    madeAt: quote.madeAt,
    operator,
    link: quote.state === 'offered' && publicUrl !== null ? publicUrl + pathOf(quote.token) : '',
    words: quote.words,
    seller: [seller, phone].filter(Boolean).join(`, ${text.phone} `),
  };
  const printed = await print(layout, paper);
  if (!printed) return fail('kernel.export_busy');
  return ok({ ...printed, fileName: `${paperWords[language].offer} ${quote.id}.pdf` });
}
