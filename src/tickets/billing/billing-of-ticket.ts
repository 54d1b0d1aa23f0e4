import { sql } from 'kysely';
import type { z } from 'zod';
import { holderJoins, reachesAccount, readCorrections } from '../../billing/index.ts';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiled } from '../../subscribers/index.ts';
import type { billingApi } from '../api/billing.ts';
import { reaches } from '../reach.ts';

type Shown = z.input<(typeof billingApi)['GET /api/tickets/{id}/billing']['output']>;

/**
 * What of accounts a ticket and its parts are about, and the corrections that came from them, as
 * far as the asker may see those accounts, and at this moment.
 */
export async function billingOfTicket(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  // tickets_pkey, tickets_merged (root_id) where root_id is not null
  const { rows } = await sql<{ id: number; subscriberId: number | null; partIds: number[] }>`
    select t.id, t.subscriber_id,
           array(select m.id from tickets m where m.id = t.id or m.root_id = t.id) as part_ids
    from   tickets t
    where  t.id = (select coalesce(o.root_id, o.id) from tickets o where o.id = ${id})
    and    ${reaches(ctx, 'tickets.view')}`.execute(ctx.db);
  const [ticket] = rows;
  if (!ticket) return fail('tickets.not_found');
  const mayNot = reachOf(ctx.actor, 'billing.view') === null;
  if (mayNot || (await isVeiled(ctx, ticket.subscriberId))) {
    return ok({ subjects: [], corrections: [], accounts: [] });
  }
  const ids = ticket.partIds;
  const [subjects, corrections, accounts] = await Promise.all([
    subjectsOf(ctx, ids),
    // corrections_origin (origin_kind, origin_id) where origin_id is not null
    readCorrections(
      ctx,
      sql`c.origin_kind = 'ticket' and c.origin_id = any(${ids}::bigint[]) order by c.id`,
    ),
    accountsOf(ctx, ticket.subscriberId),
  ]);
  return ok({ subjects, corrections, accounts });
}

async function subjectsOf(ctx: Ctx, ticketIds: readonly number[]): Promise<Shown['subjects']> {
  // ticket_subjects_ticket_id_account_id_line_id_from_on_to_on_key, then primary keys
  const { rows } = await sql<Shown['subjects'][number]>`
    select s.id, s.account_id, a.number as account, a.currency, s.from_on, s.to_on,
           case when p.id is not null then jsonb_build_object(
             'id', p.id, 'on', x.occurred_on, 'kind', x.kind, 'amountMinor', p.amount_minor) end
             as line
    from   ticket_subjects s
    join   accounts a on a.id = s.account_id ${holderJoins}
    left   join ledger_postings p on p.id = s.line_id
    left   join ledger_transactions x on x.id = p.transaction_id
    where  s.ticket_id = any(${[...ticketIds]}::bigint[])
    and    ${reachesAccount(ctx, 'billing.view')}
    order  by s.id`.execute(ctx.db);
  return rows;
}

async function accountsOf(ctx: Ctx, subscriberId: number | null): Promise<Shown['accounts']> {
  if (subscriberId === null) return [];
  // subscribers_pkey, subscribers_root (root_id), accounts_subscriber (subscriber_id)
  const { rows } = await sql<Shown['accounts'][number]>`
    select a.id, a.number, a.currency
    from   subscribers who
    join   subscribers m on m.root_id = who.root_id
    join   accounts a on a.subscriber_id = m.id ${holderJoins}
    where  who.id = ${subscriberId} and ${reachesAccount(ctx, 'billing.view')}
    order  by a.state = 'closed', a.id`.execute(ctx.db);
  return rows;
}
