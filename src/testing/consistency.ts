import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/**
 * What holds in every base at every moment, for what belongs together is written in one
 * transaction: each a query that finds the rows of which it does not hold.
 */
const rules: Record<string, string> = {
  'a transaction of the ledger is balanced in each currency': `
    select p.transaction_id
    from   ledger_postings p join ledger_accounts a on a.id = p.ledger_account_id
    group  by p.transaction_id, a.currency having sum(p.amount_minor) <> 0`,
  'a transaction of the ledger has postings': `
    select t.id from ledger_transactions t
    where  not exists (select from ledger_postings p where p.transaction_id = t.id)`,
  'a kept balance is the sum of its postings': `
    select a.id from ledger_accounts a
    left   join ledger_balances b on b.ledger_account_id = a.id
    where  a.kind in ('subscriber', 'dealer') and coalesce(b.balance_minor, 0) <>
           (select coalesce(sum(p.amount_minor), 0) from ledger_postings p
            where  p.ledger_account_id = a.id)`,
  'a request has a callback and its words': `
    select c.id from conversations c
    where  c.raw_message_id is not null
    and    (not exists (select from callbacks b where b.conversation_id = c.id)
            or not exists (select from messages m where m.raw_message_id = c.raw_message_id))`,
  'a message that was understood is a request of that number': `
    select r.id from raw_messages r
    left   join messages m on m.raw_message_id = r.id
    left   join conversations c on c.id = m.conversation_id
    where  (r.state = 'understood') <> (c.id is not null)
    or     r.request_number is distinct from c.number`,
  'a subscriber was made by one event': `
    select coalesce(s.id, e.subject_id)
    from   subscribers s
    full   join (select subject_id, count(*) as times from events
                 where  type = 'subscribers.created' group by subject_id) e on e.subject_id = s.id
    where  s.id is null or e.times is distinct from 1`,
  'a subscriber is found by search': `
    select s.id from subscribers s
    where  not exists (select from search_entries x
                       where  x.kind = 'subscriber' and x.ref_id = s.id)`,
  'a conversation was opened by one event': `
    select coalesce(c.id, e.subject_id)
    from   conversations c
    full   join (select subject_id, count(*) as times from events
                 where  type = 'conversations.opened' group by subject_id) e on e.subject_id = c.id
    where  c.id is null or e.times is distinct from 1`,
  'as many calls are told as were made, and as many outcomes': `
    select coalesce(a.id, e.id)
    from   (select b.conversation_id as id, count(*) as calls, count(g.outcome) as outcomes
            from   call_attempts g join callbacks b on b.id = g.callback_id group by 1) a
    full   join (select subject_id as id,
                        count(*) filter (where type = 'conversations.call_started') as calls,
                        count(*) filter (where type = 'conversations.outcome_recorded') as outcomes
                 from   events
                 where  type in ('conversations.call_started', 'conversations.outcome_recorded')
                 group  by 1) e on e.id = a.id
    where  (a.calls, a.outcomes) is distinct from (e.calls, e.outcomes)`,
  'a scan that was told is the document’s': `
    select d.id from documents d
    where  d.file_id is not null
    and    not exists (select from events e
                       where  e.type = 'subscribers.document_scanned'
                       and    (e.facts ->> 'fileId')::bigint = d.file_id)`,
  'personal history belongs to an event': `
    select h.event_id from personal_history h
    where  not exists (select from events e where e.id = h.event_id)`,
};

/** Every foreign key of the operator's schema, as a query for the rows that point at nothing. */
async function foreignKeyRules({ db, operator }: Ctx): Promise<[string, string][]> {
  const { rows } = await sql<{ name: string; query: string }>`
    select conrelid::regclass || '.' || conname as name,
           format('select ctid from %s c where %s and not exists (select from %s p where %s)',
                  conrelid::regclass, string_agg(format('c.%I is not null', a.attname), ' and '),
                  confrelid::regclass, string_agg(format('p.%I = c.%I', f.attname, a.attname),
                                                  ' and ')) as query
    from   pg_constraint k
    cross  join lateral unnest(k.conkey, k.confkey) as pair (own, other)
    join   pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
    join   pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.other
    where  k.contype = 'f' and k.connamespace = ${operator.schema}::regnamespace
    group  by k.oid, conrelid, confrelid, conname`.execute(db);
  return rows.map(({ name, query }) => [`${name} points at a row`, query]);
}

/** What does not hold in a base, with how many rows of it; nothing, where all is well. */
export async function faultsOf(ctx: Ctx): Promise<string[]> {
  const faults: string[] = [];
  for (const [rule, query] of [...Object.entries(rules), ...(await foreignKeyRules(ctx))]) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (${sql.raw(query)}) as fault`.execute(ctx.db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) faults.push(`${rule}: not so for ${count}`);
  }
  return faults;
}
