import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isUnderVeil, veiledNow } from '../../kernel/veil.ts';
import type { Payment, paymentsApi } from '../api/payments.ts';
import { reachesAccount } from '../reach.ts';

type Input = z.output<(typeof paymentsApi)['GET /api/payments']['input']>;
type Row = z.input<typeof Payment>;

/**
 * Payments `p` with whose they are, under a condition on them. One that is on nobody's account yet
 * is seen by whoever sees all.
 */
export async function readPayments(ctx: Ctx, which: RawBuilder<unknown>): Promise<Row[]> {
  const veiled = await veiledNow(ctx);
  // primary keys beside the index of the condition
  const { rows } = await sql<Row>`
    select p.id, s.name as source, s.kind as source_kind, p.external_id, p.account_id, a.number as account,
           p.account_given, r.id as subscriber_id, p.amount_minor, p.returned_minor, p.currency, p.paid_at,
           p.received_at, p.state, p.payer, p.purpose
    from   payments p
    join   payment_sources s on s.id = p.source_id
    left   join accounts a on a.id = p.account_id
    left   join subscribers own on own.id = a.subscriber_id
    left   join subscribers r on r.id = own.root_id
    where  ${reachesAccount(ctx, 'billing.payments')} and not ${isUnderVeil(veiled, sql`r.id`)}
    and    ${which}`.execute(ctx.db);
  return rows;
}

/** A page of payments, the latest first. */
export async function listPayments(
  ctx: Ctx,
  { q = '', state, sourceId, cursor, limit }: Input,
): Promise<Result<{ payments: Row[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const conditions = [
    place.value === null ? sql`true` : sql`p.id < ${place.value[0]}`,
    state === undefined ? sql`true` : sql`p.state = ${state}`,
    sourceId === undefined ? sql`true` : sql`p.source_id = ${sourceId}`,
    // payments_external_id, payments_account_given, payments_account
    q === ''
      ? sql`true`
      : sql`p.id in (
          select id from payments where external_id = ${q}
          union select id from payments where account_given = ${q}
          union select y.id from payments y join accounts n on n.id = y.account_id
                where  n.number = ${q})`,
  ];
  const rows = await readPayments(
    ctx,
    sql`${sql.join(conditions, sql` and `)} order by p.id desc limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return ok({ payments: page, nextCursor: last ? makeCursor([last.id]) : null });
}
