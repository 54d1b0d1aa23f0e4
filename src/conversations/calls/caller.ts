import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { addressText, findSubscriber } from '../../subscribers/index.ts';
import type { callsApi } from '../api/calls.ts';
import { reaches } from '../reach.ts';
import { callerParts } from '../slots.ts';

type LineNow = z.input<(typeof callsApi)['GET /api/calls/mine']['output']>['calls'][number];
type Caller = NonNullable<LineNow['caller']>;

type Known = { ids: readonly number[]; caller: Caller };

/**
 * Who calls: the name, which everybody at the desk is shown of whoever calls, and for those who see
 * this subscriber where they live and how they stand.
 */
export async function callerOf(ctx: Ctx, rootId: number): Promise<Known | null> {
  const found = await findSubscriber(ctx, rootId, 'subscribers.view');
  if (!found.ok) return namedOnly(ctx, rootId);
  const { id, ids, displayName: name } = found.value;
  const [status, address, accounts] = await Promise.all([
    statusOf(ctx, id),
    addressOf(ctx, ids),
    accountsOf(ctx, ids),
  ]);
  return { ids, caller: { id, name, status, address, accounts } };
}

async function namedOnly(ctx: Ctx, id: number): Promise<Known | null> {
  const row = await ctx.db
    .selectFrom('subscribers')
    .select('displayName')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ids: [],
    caller: { id, name: row.displayName, status: null, address: null, accounts: [] },
  };
}

async function statusOf(ctx: Ctx, id: number): Promise<string> {
  const { status } = await ctx.db
    .selectFrom('subscribers')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return status;
}

async function addressOf(ctx: Ctx, ids: readonly number[]): Promise<string | null> {
  // service_addresses_subscriber (subscriber_id), then primary keys
  const { rows } = await sql<Parameters<typeof addressText>[0]>`
    select a.raw_text, t.city, t.kind as street_kind, t.name as street, b.number as building, p.flat
    from   service_addresses a
    left   join premises  p on p.id = a.premise_id
    left   join buildings b on b.id = p.building_id
    left   join streets   t on t.id = b.street_id
    where  a.subscriber_id = any(${[...ids]}::bigint[]) and a.removed_at is null
    order  by a.is_primary desc, a.id limit 1`.execute(ctx.db);
  const [row] = rows;
  return row ? addressText(row, ctx.language) : null;
}

const MOST_ACCOUNTS = 3;

async function accountsOf(ctx: Ctx, ids: readonly number[]): Promise<Caller['accounts']> {
  // accounts_subscriber (subscriber_id), ledger_accounts_account (account_id), ledger_balances_pkey
  const { rows } = await sql<Caller['accounts'][number]>`
    select a.number, a.currency, coalesce(b.balance_minor, 0) as balance_minor
    from   accounts a
    left   join ledger_accounts l on l.account_id = a.id
    left   join ledger_balances b on b.ledger_account_id = l.id
    where  a.subscriber_id = any(${[...ids]}::bigint[]) and a.state <> 'closed'
    order  by a.id limit ${MOST_ACCOUNTS}`.execute(ctx.db);
  return rows;
}

const MOST_CONTACTS = 3;

/** What was between us lately, as far as the one who looks may see it. */
export async function contactsOf(
  ctx: Ctx,
  by: { subscriberId: number | null; phone: string; exceptId: number | null },
): Promise<LineNow['contacts']> {
  // conversations_subscriber (subscriber_id, opened_at desc), or conversations_sender (sender)
  // where state <> 'closed' and sender <> ''
  const whose =
    by.subscriberId === null
      ? sql`c.sender = ${by.phone} and c.sender <> '' and c.state <> 'closed'`
      : sql`c.subscriber_id in (select m.id from subscribers m where m.root_id = ${by.subscriberId})`;
  const { rows } = await sql<LineNow['contacts'][number]>`
    select c.id, c.number, c.channel, c.subject, c.opened_at, c.state, c.closed_outcome
    from   conversations c
    where  ${whose} and c.id is distinct from ${by.exceptId}
    and    ${reaches(ctx, 'conversations.view')}
    order  by c.opened_at desc limit ${MOST_CONTACTS}`.execute(ctx.db);
  return rows;
}

export async function partsOf(ctx: Ctx, ids: readonly number[]): Promise<Record<string, unknown>> {
  if (ids.length === 0) return {};
  const loaded = await Promise.all(
    callerParts.fills.map(async ({ piece }) => [piece.key, await piece.load(ctx, ids)] as const),
  );
  return Object.fromEntries(loaded.filter(([, part]) => part !== null));
}
