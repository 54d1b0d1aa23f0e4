import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { cabinetApi } from '../api/cabinet.ts';
import type { DealerPayment } from '../api/shapes.ts';
import { readDeeds } from '../cards/read-deeds.ts';
import { balanceOf, ownDealer } from '../people/find-dealer.ts';
import { commissionsOf, heldBy } from '../people/open-dealer.ts';

type Shown = z.input<(typeof cabinetApi)['GET /api/cabinet']['output']>;

/** What a dealer's people begin their day with. */
export async function showCabinet(ctx: Ctx): Promise<Result<Shown>> {
  const found = await ownDealer(ctx);
  if (!found.ok) return found;
  const { id, name, currency, creditLimitMinor } = found.value;
  const contract = await ctx.db
    .selectFrom('dealers')
    .select(['contractNumber', 'contractOn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const on = today(ctx);
  return ok({
    name,
    currency,
    creditLimitMinor,
    ...contract,
    balanceMinor: await balanceOf(ctx, id),
    today: on,
    held: await heldBy(ctx, id),
    commissions: await commissionsOf(ctx, id),
    deeds: await readDeeds(
      ctx,
      sql`d.dealer_id = ${id} and d.done_on = ${on} order by d.id desc limit 100`,
    ),
    payments: await paymentsOf(ctx, id, on),
  });
}

async function paymentsOf(
  ctx: Ctx,
  dealerId: number,
  on: string,
): Promise<z.input<typeof DealerPayment>[]> {
  // dealer_payments_dealer (dealer_id, done_on, id)
  const { rows } = await sql<z.input<typeof DealerPayment>>`
    select p.id, p.kind, a.number as account, p.way, p.document, p.amount_minor,
           p.commission_minor, p.done_at, s.name as done_by
    from   dealer_payments p
    left   join payments y on y.id = p.payment_id
    left   join accounts a on a.id = y.account_id
    left   join staff s on s.id = p.done_by
    where  p.dealer_id = ${dealerId} and p.done_on = ${on}
    order  by p.id desc limit 100`.execute(ctx.db);
  return rows;
}
