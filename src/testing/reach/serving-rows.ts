import type { World } from '../world.ts';

export type Serving = {
  pauseId: number;
  discountId: number;
  paperId: number;
  subscriptionId: number;
  productVersionId: number;
  shiftId: number;
  lineId: number;
};

/**
 * What an account is served by: a tariff, a discount, a pause to come; what it was billed and may
 * get. And a shift at a cash desk, of the person whose account it is. The operator can be paid.
 */
export async function makeServing(
  world: World,
  accountId: number,
  { staffId, teamId }: { staffId: number; teamId: number | null },
): Promise<Serving> {
  const { rows } = await world.ctx.pool.query<Serving>(
    `with pause as (
       insert into service_breaks (account_id, kind, reason, began_at, ended_at)
       values ($1, 'paused', 'wish', '2026-05-01', '2026-05-20') returning id),
     discount as (
       insert into discounts (account_id, kind, value, from_on, given_at)
       values ($1, 'percent', 100, '2026-03-01', '2026-03-01') returning id),
     paper as (
       insert into papers (kind, number, account_id, dated_on, currency, amount_minor, language,
                           seller, payer, content, made_at)
       values ('invoice', 'проба ' || $1, $1, '2026-03-01', 'RUB', 100, 'ru', '{}', '{}',
               '{"lines": []}', '2026-03-01') returning id),
     seller as (
       update seller_details
       set    tax_number = '7707083893', bank_code = '044525225',
              bank_account = '40602810700000000025'),
     product as (
       insert into products (kind, service, name, created_at)
       values ('addon', 'tv', 'ТВ ' || $1, '2026-03-01') returning id),
     version as (
       insert into product_versions (product_id, version, monthly_fee_minor, currency, valid_from)
       select id, 1, 100, 'RUB', '2026-03-01' from product returning id),
     line as (
       insert into service_lines (account_id, kind, created_at)
       values ($1, 'internet', '2026-03-01') returning id),
     source as (
       insert into payment_sources (kind, name, currency, created_at)
       values ('cash', 'Касса ' || $1, 'RUB', '2026-03-01') returning id),
     desk as (insert into cash_desks (source_id) select id from source returning source_id),
     shift as (
       insert into cash_shifts (desk_id, number, staff_id, team_id, opened_at, opening_minor)
       select source_id, 1, $2, $3::bigint, '2026-03-01', 0 from desk returning id)
     select shift.id as "shiftId", paper.id as "paperId", pause.id as "pauseId", discount.id as "discountId",
            line.id as "lineId", s.id as "subscriptionId",
            version.id as "productVersionId"
     from   pause, discount, paper, version, line, shift, subscriptions s where s.account_id = $1`,
    [accountId, staffId, teamId],
  );
  const [serving] = rows;
  if (!serving) throw new Error('an account without a subscription');
  return serving;
}
