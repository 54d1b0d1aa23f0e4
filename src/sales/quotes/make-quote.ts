import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { QuoteLine, quotesApi } from '../api/quotes.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { pathOf } from './path-of.ts';
import { putInBundles } from './put-in-bundles.ts';
import { replaceOffered } from './replace-offered.ts';
import { type Sold, soldVersions } from './sold-versions.ts';

type Input = z.output<(typeof quotesApi)['POST /api/deals/{id}/quotes']['input']>;
type Line = z.output<typeof QuoteLine>;

const USUAL_DAYS = 14;
const connection = { ru: 'Подключение', en: 'Connection' } as const;
const nothing = {
  productVersionId: null,
  speedKbps: null,
  monthlyMinor: 0,
  leastMonths: 0,
  leavingFeeMinor: 0,
  instalments: 0,
  bundle: null,
};

/**
 * Offers something in writing under a deal. What is offered is kept as it stands now, so that a
 * change of the catalogue changes no offer; the link's key is 32 random bytes.
 */
export async function makeQuote(
  ctx: Ctx,
  { id: dealId, productVersionIds, connectionMinor, payment, parts, words, validUntil }: Input,
): Promise<Result<{ id: number; path: string }>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  if (held.value.state !== 'open') return fail('sales.deal_closed');
  const day = today(ctx);
  const until = validUntil ?? daysAfter(day, USUAL_DAYS);
  if (until < day) return fail('sales.quote_past', {}, { validUntil: 'sales.quote_past' });
  const sold = await soldVersions(ctx, productVersionIds, held.value);
  if (sold.length < new Set(productVersionIds).size) return fail('sales.no_such_version');
  const refused =
    refuseBuyer(ctx, sold) ?? refusePayment({ sold, connectionMinor, payment, parts });
  if (refused) return refused;
  const lines: Line[] = await putInBundles(ctx, sold);
  if (connectionMinor > 0) {
    const name = connection[ctx.operator.language];
    lines.push({ ...nothing, name, onceMinor: connectionMinor });
  }
  const now = ctx.clock.now();
  await replaceOffered(ctx, held.value);
  const token = randomBytes(32).toString('base64url');
  const made = await ctx.db
    .insertInto('quotes')
    .values({
      dealId,
      token,
      lines: JSON.stringify(lines),
      words,
      payment,
      parts,
      monthlyMinor: lines.reduce((sum, line) => sum + line.monthlyMinor, 0),
      onceMinor: lines.reduce((sum, line) => sum + line.onceMinor, 0),
      currency: ctx.operator.currency,
      validUntil: until,
      madeAt: now,
      madeBy: staffIdOf(ctx.actor),
    })
    .returning(['id', 'monthlyMinor', 'onceMinor'])
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'sales.quote_made',
    subject: { kind: 'deal', id: dealId },
    subscriberId: held.value.subscriberId,
    facts: { number: dealId, quoteId: made.id, monthlyMinor: made.monthlyMinor },
  });
  return ok({ id: made.id, path: pathOf(token) });
}

/**
 * What is not for this buyer, or cannot be had there now, offers only who may put right what is
 * charged, as it is sold.
 */
function refuseBuyer(ctx: Ctx, sold: readonly Sold[]): Fail | null {
  const other = sold.find((one) => !one.isEligible || !one.isReached);
  if (!other || reachOf(ctx.actor, 'billing.adjust')) return null;
  const code = other.isEligible ? 'sales.not_reached' : 'sales.not_for_buyer';
  return fail(code, { name: other.line.name }, { productVersionIds: code });
}

/**
 * Parts need something to part; a connection is free only if nothing else takes a fee for it. What
 * equipment costs is none.
 */
function refusePayment({
  sold,
  connectionMinor,
  payment,
  parts,
}: Pick<Input, 'connectionMinor' | 'payment' | 'parts'> & { sold: readonly Sold[] }): Fail | null {
  const isInParts = payment === 'split';
  if (isInParts !== parts > 1 || (isInParts && connectionMinor < parts)) {
    return fail('sales.nothing_to_split', {}, { parts: 'sales.nothing_to_split' });
  }
  if (payment !== 'free') return null;
  const dear = sold.find(({ kind, line }) => kind !== 'equipment' && line.onceMinor > 0);
  if (!dear && connectionMinor === 0) return null;
  return fail(
    'sales.fee_not_free',
    { name: dear?.line.name ?? '' },
    { payment: 'sales.fee_not_free' },
  );
}
