import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx, Language } from '../../../kernel/context.ts';
import { textsIn } from '../../../kernel/i18n/texts.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { today } from '../../../subscribers/index.ts';
import type { papersApi } from '../../api/papers.ts';
import { lockAccount } from '../../find-account.ts';
import { linesOf, readTotals } from '../../statement/statement-lines.ts';
import type { StatementLine } from '../content.ts';
import { sellerOnPaper } from '../details/load-seller.ts';
import { storePaper } from '../store/store-paper.ts';

type Route = (typeof papersApi)['POST /api/accounts/{id}/papers/statements'];

/** Of more lines nobody reads a paper; they are on the screen, and in a shorter period. */
const MOST_LINES = 3000;

/** Makes a statement of a period out of the ledger, and keeps it as it was at this moment. */
export async function makeStatement(
  ctx: Ctx,
  { id, fromOn, toOn, language = ctx.language }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  if (toOn < fromOn) return fail('billing.wrong_period', {}, { toOn: 'billing.wrong_period' });
  const locked = await lockAccount(ctx, id, 'billing.papers');
  if (!locked.ok) return locked;
  const period = { from: fromOn, to: toOn };
  const lines = await readAll(ctx, id, { ...period, language });
  if (lines.length > MOST_LINES) return fail('billing.too_many_lines', { most: MOST_LINES });
  const { balanceMinor: _, ...totals } = await readTotals(ctx, id, period);
  const seller = await sellerOnPaper(ctx);
  const made = await storePaper(ctx, locked.value, {
    kind: 'statement',
    datedOn: today(ctx),
    fromOn,
    toOn,
    amountMinor: totals.closingMinor,
    language,
    seller,
    contentOf: () => ({ ...totals, lines }),
  });
  return ok(made);
}

async function readAll(
  ctx: Ctx,
  accountId: number,
  { from, to, language }: { from: string; to: string; language: Language },
): Promise<StatementLine[]> {
  // As readLines, then charges_posting_id_key and primary keys.
  const { rows } = await sql<Omit<StatementLine, 'title'> & { kind: string }>`
    with   ${linesOf(accountId)}
    select line."on", line.kind, coalesce(c.words, '') as words, p.name as product,
           case when c.id is not null then
             jsonb_build_object('kind', c.kind, 'meter', rate.meter, 'month', c.month) end as charge,
           line.amount_minor, line.balance_minor
    from   line
    left   join charges c on c.posting_id = line.id
    left   join usage_rates rate on rate.id = c.rate_id
    left   join subscriptions s on s.id = c.subscription_id
    left   join product_versions v on v.id = s.product_version_id
    left   join products p on p.id = v.product_id
    where  line."on" between ${from}::date and ${to}::date
    order  by line."on", line.id
    limit  ${MOST_LINES + 1}`.execute(ctx.db);
  const texts = textsIn(language);
  return rows.map(({ kind, ...line }) => ({
    ...line,
    title: texts.t(`billing:personalData.movements.${kind}`),
  }));
}
