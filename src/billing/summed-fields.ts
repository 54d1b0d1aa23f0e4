import type { SummedField } from '../kernel/list/summed-field.ts';
import { chargeKinds, type EntryKind, paymentKinds } from '../ledger/index.ts';

const entity = 'subscribers';
const owner = 'm.root_id';
const holder = 'join subscribers m on m.id = a.subscriber_id';

/** Movements of the holders' money; ledger_transactions_occurred, ledger_postings_account. */
const postings = `
  ledger_postings p
  join ledger_transactions t on t.id = p.transaction_id
  join ledger_accounts l on l.id = p.ledger_account_id
  join accounts a on a.id = l.account_id ${holder}`;

const isOneOf = (kinds: readonly EntryKind[]): string => `t.kind in ('${kinds.join("', '")}')`;
const isCharge = isOneOf(chargeKinds);
const isPayment = `p.amount_minor > 0 and ${isOneOf(paymentKinds)}`;

/** What is subscribed to now, with the version that says what is included. */
const held = `
  subscriptions x
  join product_versions v on v.id = x.product_version_id
  join accounts a on a.id = x.account_id ${holder}`;

/** What was used, beside what the tariff of the account has of it. */
const used = (of: string): string => `
  usage_records u
  join accounts a on a.id = u.account_id ${holder}
  join lateral (
    select max(v.${of}) as units
    from   subscriptions x join product_versions v on v.id = x.product_version_id
    where  x.account_id = a.id and x.ended_on is null) given on given.units > 0`;

/** What stood after each movement is told from what stands now, less all that came later. */
const turned = `
  p.amount_minor, t.occurred_on, sum(p.amount_minor) over later - p.amount_minor as later`;
const fallsFrom = (movements: string): string => `
  accounts a ${holder}
  join ledger_accounts l on l.account_id = a.id
  join ledger_balances b on b.ledger_account_id = l.id
  join ${movements} f on f.id = l.id`;

/** Money, as counted and summed for conditions. */
const moneySums: readonly SummedField[] = [
  {
    entity,
    key: 'payments',
    type: 'number',
    from: postings,
    where: isPayment,
    owner,
    at: 't.occurred_on',
    value: 'count(*)',
  },
  {
    entity,
    key: 'paid',
    type: 'money',
    from: postings,
    where: isPayment,
    owner,
    at: 't.occurred_on',
    value: 'sum(p.amount_minor)',
  },
  {
    entity,
    key: 'charged',
    type: 'money',
    from: postings,
    where: isCharge,
    owner,
    at: 't.occurred_on',
    value: '-sum(p.amount_minor)',
  },
  {
    entity,
    key: 'daysSincePayment',
    type: 'number',
    from: postings,
    where: isPayment,
    owner,
    value: '{today} - max(t.occurred_on)',
    isNoneEmpty: true,
  },
  {
    entity,
    key: 'balanceFalls',
    type: 'number',
    from: fallsFrom(`(
        select p.ledger_account_id as id, ${turned}
        from   ledger_postings p join ledger_transactions t on t.id = p.transaction_id
        where  t.occurred_on >= {since}
        window later as (partition by p.ledger_account_id order by p.id desc))`),
    fromEach: fallsFrom(`lateral (
        select l.id, ${turned}
        from   ledger_postings p join ledger_transactions t on t.id = p.transaction_id
        where  p.ledger_account_id = l.id and t.occurred_on >= {since}
        window later as (order by p.id desc))`),
    where: `b.balance_minor - f.later < 0
      and b.balance_minor - f.later - f.amount_minor >= 0`,
    owner,
    at: 'f.occurred_on',
    value: 'count(*)',
  },
];

/** Promises, breaks and what is subscribed to. */
const serviceSums: readonly SummedField[] = [
  {
    entity,
    key: 'promises',
    type: 'number',
    from: `promises p join accounts a on a.id = p.account_id ${holder}`,
    owner,
    at: 'p.taken_at',
    value: 'count(*)',
  },
  {
    entity,
    key: 'brokenPromises',
    type: 'number',
    from: `promises p join accounts a on a.id = p.account_id ${holder}`,
    where: `p.state = 'broken'`,
    owner,
    at: 'p.taken_at',
    value: 'count(*)',
  },
  {
    entity,
    key: 'suspensions',
    type: 'number',
    from: `service_breaks k join accounts a on a.id = k.account_id ${holder}`,
    where: `k.kind = 'suspended'`,
    owner,
    at: 'k.began_at',
    value: 'count(*)',
  },
  {
    entity,
    key: 'services',
    type: 'number',
    from: held,
    where: 'x.ended_on is null',
    owner,
    value: 'count(*)',
  },
  {
    entity,
    key: 'termDaysLeft',
    type: 'number',
    from: held,
    where: `x.ended_on is null and v.least_months > 0
      and x.started_on + make_interval(months => v.least_months) >= {today}`,
    owner,
    value: 'min((x.started_on + make_interval(months => v.least_months))::date - {today})',
    isNoneEmpty: true,
  },
  {
    entity,
    key: 'includedUsed',
    type: 'number',
    from: used('included_bytes'),
    where: `u.meter = 'bytes'`,
    owner,
    at: 'u.began_at',
    value: 'round(100.0 * sum(u.units) / max(given.units))',
    isNoneEmpty: true,
  },
  {
    entity,
    key: 'speedUsed',
    type: 'number',
    // The fastest of what was measured: bits in the record's time, against kilobits a second.
    from: used('speed_kbps'),
    where: `u.meter = 'bytes' and u.ended_at > u.began_at`,
    owner,
    at: 'u.began_at',
    value: `round(max(100.0 * u.units * 8 / 1000
      / extract(epoch from u.ended_at - u.began_at) / given.units))`,
    isNoneEmpty: true,
  },
];

/** What conditions ask about a subscriber's accounts, all of them together. */
export const accountSums: readonly SummedField[] = [...moneySums, ...serviceSums];
