import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { today } from '../../../subscribers/index.ts';
import type { papersApi } from '../../api/papers.ts';
import { lockAccount } from '../../find-account.ts';
import { canBePaid, sellerOnPaper } from '../details/load-seller.ts';
import { storePaper } from '../store/store-paper.ts';
import { vatIn, vatPercentOn } from '../store/vat.ts';
import { linesToPay } from './lines-to-pay.ts';
import { purposeOf } from './purpose.ts';

type Route = (typeof papersApi)['POST /api/accounts/{id}/papers/invoices'];

/** Makes an invoice, whose number stands in the purpose that the payment is to have. */
export async function makeInvoice(
  ctx: Ctx,
  { id, language = ctx.language, ...asked }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const locked = await lockAccount(ctx, id, 'billing.papers');
  if (!locked.ok) return locked;
  if (locked.value.state === 'closed' && asked.of !== 'debt') return fail('billing.account_closed');
  const seller = await sellerOnPaper(ctx);
  if (!canBePaid(seller)) return fail('billing.seller_unknown');
  const lines = await linesToPay(ctx, id, asked);
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  if (amountMinor <= 0) return fail('billing.nothing_to_pay');
  const datedOn = today(ctx);
  const vat = vatIn(amountMinor, await vatPercentOn(ctx, datedOn));
  const made = await storePaper(ctx, locked.value, {
    kind: 'invoice',
    datedOn,
    fromOn: null,
    toOn: null,
    amountMinor,
    language,
    seller,
    contentOf: (number, { account }) => ({
      lines,
      vat,
      purpose: purposeOf({ number, datedOn, account, vat, currency: locked.value.currency }),
    }),
  });
  return ok(made);
}
