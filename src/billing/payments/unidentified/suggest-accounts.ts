import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { placingApi, Suggestion } from '../../api/placing.ts';
import { readPayments } from '../list-payments.ts';
import { findByClues } from './find-by-clues.ts';
import { nearNumbers } from './near-numbers.ts';
import { numbersIn } from './numbers-in.ts';
import { payerName } from './payer-name.ts';

type Input = z.output<(typeof placingApi)['GET /api/payments/{id}/suggestions']['input']>;
type Suggested = z.input<typeof Suggestion>;

/** Neighbours of more numbers than these are guesses upon guesses. */
const MOST_SPOILT = 5;

/** Accounts that a payment may be meant for, each with what speaks for it, the surest first. */
export async function suggestAccounts(
  ctx: Ctx,
  { id, q = '' }: Input,
): Promise<Result<{ suggestions: Suggested[] }>> {
  const [payment] = await readPayments(ctx, sql`p.id = ${id}`);
  if (!payment) return fail('billing.no_such_payment');
  const { accountGiven, purpose, payer, currency } = payment;
  const clues =
    q === ''
      ? { text: `${accountGiven}\n${purpose}\n${payer}`, name: payerName(payer) }
      : { text: q, name: q };
  const numbers = numbersIn(clues.text);
  const near = numbers.slice(0, MOST_SPOILT).flatMap(nearNumbers);
  const permission = 'billing.payments';
  const suggestions = await findByClues(ctx, { ...clues, numbers, near, currency, permission });
  return ok({ suggestions });
}
