import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { newestInForce } from '../../catalog/index.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { QuoteLine, quotesApi } from '../api/quotes.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { pathOf } from './path-of.ts';

type Input = z.output<(typeof quotesApi)['POST /api/deals/{id}/quotes']['input']>;
type Line = z.output<typeof QuoteLine>;

const USUAL_DAYS = 14;
const connection = { ru: 'Подключение', en: 'Connection' } as const;

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
  const offered = await findVersions(ctx, productVersionIds, day);
  if (offered.length < new Set(productVersionIds).size) return fail('sales.no_such_version');
  const refused = refusePayment({ offered, connectionMinor, payment, parts });
  if (refused) return refused;
  const lines: Line[] = [...offered];
  if (connectionMinor > 0) {
    const name = connection[ctx.operator.language];
    const none = { productVersionId: null, speedKbps: null, monthlyMinor: 0 };
    lines.push({ ...none, name, onceMinor: connectionMinor });
  }
  const now = ctx.clock.now();
  // quotes_deal (deal_id, id)
  await sql`
    update quotes set state = 'withdrawn', decided_at = ${now}
    where  deal_id = ${dealId} and state = 'offered'`.execute(ctx.db);
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

/** Parts need something to part; a connection is free only if nothing else takes a fee for it. */
function refusePayment({
  offered,
  connectionMinor,
  payment,
  parts,
}: Pick<Input, 'connectionMinor' | 'payment' | 'parts'> & { offered: Line[] }): Fail | null {
  const isInParts = payment === 'split';
  if (isInParts !== parts > 1 || (isInParts && connectionMinor < parts)) {
    return fail('sales.nothing_to_split', {}, { parts: 'sales.nothing_to_split' });
  }
  if (payment !== 'free') return null;
  const dear = offered.find(({ onceMinor }) => onceMinor > 0);
  if (!dear && connectionMinor === 0) return null;
  return fail('sales.fee_not_free', { name: dear?.name ?? '' }, { payment: 'sales.fee_not_free' });
}

/** Versions that are sold today, of each product the newest in force, in the order asked for. */
async function findVersions(ctx: Ctx, ids: readonly number[], on: string): Promise<Line[]> {
  // product_versions_pkey, products_pkey, product_versions_product_id_version_key
  const { rows } = await sql<Line>`
    select v.id as product_version_id, p.name, v.speed_kbps,
           v.monthly_fee_minor as monthly_minor, v.connection_fee_minor as once_minor
    from   products p join ${newestInForce(on)} v on true
    where  p.id in (select product_id from product_versions where id = any(${[...ids]}::bigint[]))
    and    v.id = any(${[...ids]}::bigint[]) and p.archived_at is null
    and    v.currency = ${ctx.operator.currency}
    order  by array_position(${[...ids]}::bigint[], v.id)`.execute(ctx.db);
  return rows;
}
