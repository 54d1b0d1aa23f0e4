import { sql } from 'kysely';
import { chargeKinds, type EntryKind } from '../ledger/index.ts';
import type { TimelineRow, TimelineSource } from '../subscribers/index.ts';

/**
 * Kinds of ledger transactions that are written for many at once and leave one event for all; the
 * timeline of each account holder reads them from the ledger itself. A correction that was taken
 * back, and what was charged once, have events of their own.
 */
const massKinds: readonly EntryKind[] = ['opening_balances', ...chargeKinds, 'reversal'];

const typeOf = (kind: EntryKind): string => `ledger.${kind}`;

/** Charges of the month, balances brought along and reversals, as rows of the timeline. */
export const postingsSource: TimelineSource = {
  name: 'ledger',
  types: massKinds.map(typeOf),
  load: async (ctx, ids, { before, limit, types }) => {
    const kinds = massKinds.filter((kind) => !types || types.includes(typeOf(kind)));
    // accounts_subscriber, ledger_accounts_account, ledger_postings_account,
    // ledger_transactions_pkey, charges_posting_id_key (posting_id)
    const { rows } = await sql<TimelineRow>`
      select p.id, d.at, 'ledger.' || t.kind as type, 'account' as subject_kind,
             a.id as subject_id,
             jsonb_build_object('amountMinor', p.amount_minor, 'currency', l.currency,
                                'account', a.number, 'transactionId', t.id) as facts
      from   accounts a
      join   ledger_accounts l on l.account_id = a.id
      join   ledger_postings p on p.ledger_account_id = l.id
      join   ledger_transactions t on t.id = p.transaction_id
      cross  join lateral (
        select t.occurred_on::timestamp at time zone ${ctx.operator.timeZone} as at) d
      where  a.subscriber_id = any(${ids}::bigint[]) and t.kind = any(${kinds}::text[])
      and    not exists (select from corrections c where c.transaction_id = t.id)
      and    not exists (
        select from charges k where k.posting_id = p.id and k.kind = 'one_off')
      and    (d.at, p.id) < (${before.at}::timestamptz, ${before.id}::bigint)
      order  by d.at desc, p.id desc
      limit  ${limit}`.execute(ctx.db);
    return rows;
  },
};
