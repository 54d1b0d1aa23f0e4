import { sql } from 'kysely';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { matchBreaks } from './states/match-breaks.ts';
import type { ServiceLineLoad } from './bulk-load.ts';

/** What a base says of an account that is here already; only what it says is changed. */
export type AccountUpdate = {
  id: number;
  fields: {
    contractNumber?: string;
    contractOn?: string;
    state?: 'active' | 'suspended' | 'closed';
    creditLimitMinor?: number;
    paymentMode?: 'prepaid' | 'postpaid';
  };
  /** The day on which one left whose account is closed; today where nothing is said. */
  leftOn?: string | null;
  lines: readonly ServiceLineLoad[];
  subscriptions: readonly {
    productVersionId: number;
    monthlyFeeMinor: number | null;
    startedOn: string | null;
  }[];
};

/** What an account or a subscription was and became, in the changed columns alone (snake_case). */
export type BillingChange = {
  entity: 'account' | 'subscription';
  id: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/**
 * Brings accounts up to what a base says, set by set: fields, lines that they do not have yet, and
 * subscriptions. A tariff takes the place of the one of the same service that was there before the
 * import, which ends today. What is added to an account that is charged begins today at the
 * earliest, whatever the base says: the days gone by were charged as they were.
 * @returns the accounts in which anything changed (`before` is empty where something was only
 *   added) and the subscriptions that ended
 */
export async function bulkUpdate(
  ctx: BulkCtx,
  updates: readonly AccountUpdate[],
  importId: number,
  today: string,
): Promise<BillingChange[]> {
  if (updates.length === 0) return [];
  const changed = await updateFields(ctx, updates, today);
  await breakWhileClosed(ctx, changed);
  await matchBreaks(
    ctx,
    changed.map(({ id }) => id),
  );
  const known = new Set(changed.map((change) => change.id));
  const added = [
    ...(await addLines(ctx, updates, importId)),
    ...(await addSubscriptions(ctx, updates, importId, today)),
  ].filter((id) => !known.has(id));
  const ended = await endReplacedTariffs(ctx, updates, importId, today);
  return [
    ...changed.map((change) => ({ entity: 'account' as const, ...change })),
    ...[...new Set(added)].map((id) => ({ entity: 'account' as const, id, before: {}, after: {} })),
    ...ended.map((change) => ({ entity: 'subscription' as const, ...change })),
  ];
}

type Change = Omit<BillingChange, 'entity'>;

/** A state that becomes closed brings the day of it, one that is closed no more takes it away. */
async function updateFields(
  ctx: BulkCtx,
  updates: readonly AccountUpdate[],
  today: string,
): Promise<Change[]> {
  const given = updates.map(({ id, fields, leftOn }) => ({
    id,
    leftOn: leftOn ?? today,
    fields: {
      ...(fields.contractNumber !== undefined && { contract_number: fields.contractNumber }),
      ...(fields.contractOn !== undefined && { contract_on: fields.contractOn }),
      ...(fields.state !== undefined && { state: fields.state }),
      ...(fields.creditLimitMinor !== undefined && {
        credit_limit_minor: fields.creditLimitMinor,
      }),
      ...(fields.paymentMode !== undefined && { payment_mode: fields.paymentMode }),
    },
  }));
  const { rows } = await sql<Change>`
    with given as (
      select g.id, g.fields, g."leftOn" as left_on
      from   jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
               as g(id bigint, fields jsonb, "leftOn" date)),
    planned as (
      select a.id, to_jsonb(a) as old,
             g.fields || case
               when (g.fields->>'state' = 'closed') = (a.state = 'closed') then '{}'
               when g.fields->>'state' = 'closed' then jsonb_build_object('closed_on', g.left_on)
               when g.fields->>'state' <> 'closed' then '{"closed_on": null}'
               else '{}' end as new
      from   given g join accounts a on a.id = g.id
      order  by a.id for update of a),
    differing as (
      select p.id, c.before, c.after
      from   planned p
      cross  join lateral (
        select jsonb_object_agg(key, p.old->key) as before, jsonb_object_agg(key, value) as after
        from   jsonb_each(p.new) where p.old->key is distinct from value) c
      where  c.before is not null)
    update accounts a
    set    (contract_number, contract_on, state, closed_on, credit_limit_minor, payment_mode) =
           (select contract_number, contract_on, state, closed_on, credit_limit_minor,
                   payment_mode
            from jsonb_populate_record(a, d.after))
    from   differing d
    where  a.id = d.id
    returning a.id, d.before, d.after`.execute(ctx.db);
  return rows;
}

/** The time in which an account was closed that is open again is not charged. */
async function breakWhileClosed(ctx: BulkCtx, changed: readonly Change[]): Promise<void> {
  const reopened = changed.filter(({ before }) => typeof before['closed_on'] === 'string');
  const now = ctx.clock.now();
  await sql`
    insert into service_breaks (account_id, kind, reason, began_at, ended_at)
    select g.id, 'suspended', 'brought', c.began_at, ${now}::timestamptz
    from   jsonb_to_recordset(${JSON.stringify(reopened)}::jsonb) as g(id bigint, before jsonb)
    cross  join lateral (
      select (g.before->>'closed_on')::timestamp at time zone ${ctx.operator.timeZone}
               as began_at) c
    where  c.began_at < ${now}`.execute(ctx.db);
}

async function addLines(
  ctx: BulkCtx,
  updates: readonly AccountUpdate[],
  importId: number,
): Promise<number[]> {
  const given = updates.flatMap(({ id, lines }) => lines.map((line) => ({ id, ...line })));
  // service_lines_account
  const { rows } = await sql<{ id: number }>`
    insert into service_lines (account_id, kind, login, ip, mac, number, import_id, created_at)
    select distinct on (g.id, g.login, g.ip, g.mac, g.number)
           g.id, g.kind, g.login, g.ip, g.mac, g.number, ${importId}::bigint,
           ${ctx.clock.now()}::timestamptz
    from   jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
             as g(id bigint, kind text, login text, ip inet, mac macaddr, number text)
    where  not exists (
      select from service_lines l
      where  l.account_id = g.id and l.closed_at is null
      and    (l.login  = g.login  or g.login  is null) and (l.ip  = g.ip  or g.ip  is null)
      and    (l.number = g.number or g.number is null) and (l.mac = g.mac or g.mac is null))
    returning account_id as id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

async function addSubscriptions(
  ctx: BulkCtx,
  updates: readonly AccountUpdate[],
  importId: number,
  today: string,
): Promise<number[]> {
  // accounts_pkey, subscriptions_account
  const { rows } = await sql<{ id: number }>`
    insert into subscriptions (account_id, product_version_id, monthly_fee_minor, started_on,
                               import_id, created_at)
    select distinct on (g.id, v.product_id) g.id, g."productVersionId", g."monthlyFeeMinor",
           case when s.charges_begin_on <= ${today}::date
                     and coalesce(a.charged_from <= ${today}::date, true)
                then greatest(g."startedOn", ${today}::date) else g."startedOn" end,
           ${importId}::bigint, ${ctx.clock.now()}::timestamptz
    from   jsonb_to_recordset(${subscriptionsJson(updates)}::jsonb)
             as g(id bigint, "productVersionId" bigint, "monthlyFeeMinor" bigint, "startedOn" date)
    join   product_versions v on v.id = g."productVersionId"
    join   accounts a on a.id = g.id
    cross  join billing_settings s
    where  not exists (
      select from subscriptions o join product_versions w on w.id = o.product_version_id
      where  o.account_id = g.id and w.product_id = v.product_id
      and    (o.ended_on is null or o.ended_on > ${today}::date))
    returning account_id as id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/**
 * Ends tariffs of a service for which the file names another, planned ones too. A change that was
 * planned here stays where the file names what it leads from, or what it leads to already.
 */
async function endReplacedTariffs(
  ctx: BulkCtx,
  updates: readonly AccountUpdate[],
  importId: number,
  today: string,
): Promise<Change[]> {
  const { rows } = await sql<Change>`
    with named as materialized (
      select g.id, p.service, array_agg(p.id) as product_ids
      from   jsonb_to_recordset(${subscriptionsJson(updates)}::jsonb)
               as g(id bigint, "productVersionId" bigint)
      join   product_versions v on v.id = g."productVersionId"
      join   products p on p.id = v.product_id and p.kind = 'tariff'
      group  by g.id, p.service)
    -- subscriptions_account, account by account: OFFSET keeps a planner that has not yet seen what
    -- an import brings from going through the whole table.
    update subscriptions o
    set    ended_on = greatest(${today}::date, o.started_on)
    from   named n cross join lateral (
             select t.id, t.ended_on as was_until
             from   subscriptions t
             join   product_versions w on w.id = t.product_version_id
             join   products q on q.id = w.product_id
             where  t.account_id = n.id and coalesce(t.ended_on, 'infinity') > ${today}::date
             and    t.import_id is distinct from ${importId}
             and    q.kind = 'tariff' and q.service = n.service and q.id <> all(n.product_ids)
             and    not exists (
               select from subscriptions k
               join   product_versions x on x.id = k.product_version_id
               where  k.account_id = n.id and x.product_id = any(n.product_ids)
               and    (k.replaced_by_id = t.id or t.replaced_by_id = k.id)
               and    coalesce(k.ended_on, 'infinity') > ${today}::date)
             offset 0) replaced
    where  o.id = replaced.id
    returning o.id, jsonb_build_object('ended_on', replaced.was_until) as before,
              jsonb_build_object('ended_on', o.ended_on) as after`.execute(ctx.db);
  return rows;
}

const subscriptionsJson = (updates: readonly AccountUpdate[]): string =>
  JSON.stringify(
    updates.flatMap(({ id, subscriptions }) => subscriptions.map((one) => ({ id, ...one }))),
  );
