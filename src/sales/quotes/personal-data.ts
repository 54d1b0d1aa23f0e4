import { sql } from 'kysely';
import type { PersonalDataSource } from '../../subscribers/index.ts';
import { dealsOf } from '../deals/personal-data.ts';

/** What we offered in writing, where its link went, what was answered, and the contract of it. */
export const personalData: PersonalDataSource = {
  section: 'quotes',
  choices: { state: (value) => `quotes.state.${value}` },
  load: async (ctx, ids) => {
    // quotes_deal (deal_id, id), contracts_pkey, quote_sendings_quote
    const { rows } = await sql<Record<string, unknown>>`
      select q.deal_id as number, q.state, q.made_at, q.words,
             (select array_agg(s.recipient order by s.id) from quote_sendings s
              where  s.quote_id = q.id and s.recipient <> '') as sent_to,
             q.seen_at, q.decided_at, q.accepted_name, host(q.accepted_from) as accepted_from,
             q.decline_words, q.undo_reason as reason, c.number as contract,
             c.content ->> 'body' as contract_text, c.content -> 'buyer' ->> 'details' as details
      from   quotes q left join contracts c on c.quote_id = q.id
      where  q.deal_id in ${dealsOf(ids)}
      order  by q.id`.execute(ctx.db);
    return rows;
  },
};
