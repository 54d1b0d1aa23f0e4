import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { purgeHistoryOf } from '../kernel/events/purge-personal-history.ts';
import { fail } from '../kernel/result.ts';
import { forgetPayments } from './payments/forget-payments.ts';
import { toldOfPayments } from './payments/personal-data.ts';
import { forgetOnPapers } from './papers/store/forget-on-papers.ts';
import type { ClusterIds, Eraser, PersonalDataSource } from '../subscribers/index.ts';

type Row = Record<string, unknown>;

/** What billing tells a person it holds: accounts, lines, and every movement of their money. */
export const personalData: readonly PersonalDataSource[] = [
  {
    section: 'accounts',
    choices: { state: (value) => `choices.accountState.${value}` },
    load: loadAccounts,
  },
  { section: 'lines', choices: { kind: (value) => `choices.line.${value}` }, load: loadLines },
  {
    section: 'movements',
    choices: { kind: (value) => `personalData.movements.${value}` },
    load: loadMovements,
  },
  ...toldOfPayments,
  {
    section: 'breaks',
    choices: {
      kind: (value) => `choices.break.${value}`,
      reason: (value) => `choices.breakReason.${value}`,
    },
    load: loadBreaks,
  },
  {
    section: 'discounts',
    choices: { kind: (value) => `choices.discount.${value}` },
    load: loadDiscounts,
  },
  {
    section: 'promises',
    choices: { state: (value) => `choices.promiseState.${value}` },
    load: loadPromises,
  },
  { section: 'trust', load: loadTrustLimits },
  { section: 'advice', load: loadAdvice },
  { section: 'papers', choices: { kind: (value) => `choices.paper.${value}` }, load: loadPapers },
  { section: 'payerDetails', load: loadPayers },
  {
    section: 'dunning',
    choices: { what: (value) => `choices.dunning.${value}` },
    load: loadDunning,
  },
  { section: 'priceChanges', load: loadPriceChanges },
  { section: 'leftInPeace', load: loadPauses },
  { section: 'usage', choices: { meter: (value) => `choices.meter.${value}` }, load: loadUsage },
  {
    section: 'corrections',
    choices: {
      kind: (value) => `choices.correction.${value}`,
      state: (value) => `choices.correctionState.${value}`,
    },
    load: loadCorrections,
  },
];

async function loadAccounts(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), service_limits_pkey
  const { rows } = await sql<Row>`
    select a.number, a.contract_number, a.contract_on, a.state, a.currency, a.closed_on,
           m.began_at as limited_since
    from   accounts a left join service_limits m on m.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by a.id`.execute(ctx.db);
  return rows;
}

async function loadLines(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), service_lines_account (account_id)
  const { rows } = await sql<Row>`
    select a.number as account, l.kind, l.login, host(l.ip) as ip, l.mac::text as mac, l.number
    from   accounts a join service_lines l on l.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by l.id`.execute(ctx.db);
  return rows;
}

async function loadMovements(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber, ledger_accounts_account, ledger_postings_account, charges_posting_id_key
  const { rows } = await sql<Row>`
    select a.number as account, t.occurred_on, t.kind, p.amount_minor, l.currency, k.words
    from   accounts a
    join   ledger_accounts l on l.account_id = a.id
    join   ledger_postings p on p.ledger_account_id = l.id
    join   ledger_transactions t on t.id = p.transaction_id
    left   join charges k on k.posting_id = p.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by p.id`.execute(ctx.db);
  return rows;
}

async function loadBreaks(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), service_breaks_account (account_id, began_at)
  const { rows } = await sql<Row>`
    select a.number as account, b.kind, b.reason, b.began_at, b.ended_at, b.words
    from   accounts a join service_breaks b on b.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by b.began_at`.execute(ctx.db);
  return rows;
}

async function loadDiscounts(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), discounts_account (account_id)
  const { rows } = await sql<Row>`
    select a.number as account, d.kind,
           case d.kind when 'percent' then d.value / 100.0 end as percent,
           case d.kind when 'sum' then d.value end as amount_minor, a.currency,
           d.from_on, d.to_on - 1 as to_on, d.words
    from   accounts a join discounts d on d.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by d.id`.execute(ctx.db);
  return rows;
}

async function loadPromises(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), promises_account (account_id, id desc)
  const { rows } = await sql<Row>`
    select a.number as account, p.state, p.amount_minor, p.paid_minor, p.price_minor, p.currency,
           p.taken_at, p.due_at, p.ended_at
    from   accounts a join promises p on p.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by p.id`.execute(ctx.db);
  return rows;
}

async function loadTrustLimits(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), trust_limits_pkey
  const { rows } = await sql<Row>`
    select a.number as account, c.limit_minor, a.currency, c.careful_since, c.lowers_on
    from   accounts a join trust_limits c on c.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by a.id`.execute(ctx.db);
  return rows;
}

async function loadPapers(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), papers_account (account_id, id desc)
  const { rows } = await sql<Row>`
    select a.number as account, p.kind, p.number, p.dated_on, p.from_on, p.to_on, p.amount_minor,
           p.currency
    from   accounts a join papers p on p.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by p.id`.execute(ctx.db);
  return rows;
}

async function loadPayers(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), payer_details_pkey
  const { rows } = await sql<Row>`
    select a.number as account, d.name, d.tax_number, d.tax_reason_code, d.registration_number,
           d.address
    from   accounts a join payer_details d on d.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by a.id`.execute(ctx.db);
  return rows;
}

async function loadDunning(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber, dunning_deeds_account_id_debt_since_step_day_what_key
  const { rows } = await sql<Row>`
    select a.number as account, d.what, d.way, d.debt_minor, a.currency, d.done_at, d.called_at
    from   accounts a join dunning_deeds d on d.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by d.id`.execute(ctx.db);
  return rows;
}

async function loadPriceChanges(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber, price_moves_account
  const { rows } = await sql<Row>`
    select a.number as account, p.name as product, c.from_on, m.told_at, m.way
    from   accounts a
    join   price_moves m on m.account_id = a.id
    join   price_changes c on c.id = m.price_change_id
    join   product_versions v on v.id = c.to_version_id
    join   products p on p.id = v.product_id
    where  a.subscriber_id = any(${ids}::bigint[]) order by c.id, a.id`.execute(ctx.db);
  return rows;
}

async function loadPauses(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber, dunning_pauses_pkey
  const { rows } = await sql<Row>`
    select a.number as account, p.until_on, p.words, p.paused_at
    from   accounts a join dunning_pauses p on p.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by a.id`.execute(ctx.db);
  return rows;
}

async function loadUsage(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), usage_records_account (account_id, began_at)
  const { rows } = await sql<Row>`
    select a.number as account, u.meter, u.units, u.began_at, u.ended_at
    from   accounts a join usage_records u on u.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by u.began_at`.execute(ctx.db);
  return rows;
}

async function loadAdvice(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), advices_account_id_service_key
  const { rows } = await sql<Row>`
    select a.number as account, q.name as advised, d.is_shared
    from   accounts a
    join   advices d on d.account_id = a.id
    left   join product_versions v on v.id = d.best_version_id
    left   join products q on q.id = v.product_id
    where  a.subscriber_id = any(${ids}::bigint[]) order by d.id`.execute(ctx.db);
  return rows;
}

async function loadCorrections(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), corrections_account (account_id, id desc)
  const { rows } = await sql<Row>`
    select a.number as account, c.kind, c.amount_minor, a.currency, q.name as reason, c.words,
           c.from_on, c.to_on, c.state, c.proposed_at, c.decided_at, c.refusal
    from   accounts a
    join   corrections c on c.account_id = a.id
    join   correction_reasons q on q.id = c.reason_id
    where  a.subscriber_id = any(${ids}::bigint[]) order by c.id`.execute(ctx.db);
  return rows;
}

/**
 * Forgets by what a person reaches the network. Accounts and their money stay, as the law on
 * accounting wants, and so do corrections but for their words; an account that is not closed, or a
 * correction that nobody has decided on, holds the erasure up.
 */
export const eraser: Eraser = {
  refuses: async (ctx, ids) => {
    const { rows } = await sql<{ number: string }>`
      select number from accounts
      where  subscriber_id = any(${ids}::bigint[]) and state <> 'closed'
      order  by id limit 1`.execute(ctx.db);
    const [open] = rows;
    if (open) return fail('billing.account_open', { number: open.number }).failure;
    // corrections_account (account_id, id desc)
    const waiting = await sql<{ number: string }>`
      select a.number from accounts a join corrections c on c.account_id = a.id
      where  a.subscriber_id = any(${ids}::bigint[]) and c.state = 'proposed'
      order  by c.id limit 1`.execute(ctx.db);
    const [undecided] = waiting.rows;
    return undecided ? fail('billing.correction_open', { number: undecided.number }).failure : null;
  },
  erase: async (ctx, ids) => {
    await sql`
      update service_lines
      set    login = null, ip = null, mac = null, number = null,
             closed_at = coalesce(closed_at, ${ctx.clock.now()})
      where  account_id in (
        select id from accounts where subscriber_id = any(${ids}::bigint[]))`.execute(ctx.db);
    await forgetPayments(ctx, ids);
    for (const table of ['service_breaks', 'discounts', 'charges', 'dunning_pauses']) {
      // service_breaks_account, discounts_account, charges_words (account_id)
      await sql`
        update ${sql.table(table)} set words = ''
        where  words <> '' and account_id in (
          select id from accounts where subscriber_id = any(${ids}::bigint[]))`.execute(ctx.db);
    }
    // advices_account_id_service_key
    await sql`
      delete from advices
      where  account_id in (
        select id from accounts where subscriber_id = any(${ids}::bigint[]))`.execute(ctx.db);
    await forgetOnPapers(ctx, ids);
    const { rows } = await sql<{ id: number }>`
      update corrections set words = '', refusal = ''
      where  account_id in (select id from accounts where subscriber_id = any(${ids}::bigint[]))
      returning id`.execute(ctx.db);
    await purgeHistoryOf(
      ctx,
      'correction',
      rows.map(({ id }) => id),
    );
  },
};
