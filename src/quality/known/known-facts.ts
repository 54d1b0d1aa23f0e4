import { sql } from 'kysely';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { KnownFact } from '../kinds.ts';

/** An answer that the system knows, with the row by which it is known. */
export type Known = {
  fact: KnownFact;
  answer: 'yes' | 'no' | 'na';
  sourceKind: 'conversation' | 'deal' | 'case';
  sourceId: number;
  sourceAt: Date | null;
};

type Contact = { conversationId: number; staffId: number };
type Reader = (contact: Contact) => ReturnType<typeof sql<Omit<Known, 'fact'>>>;

/** A guided sale of a deal that the conversation became, the newest. */
const guided = (id: number) => sql`
  deals d join guided_sales g on g.deal_id = d.id where d.conversation_id in ${wholeOf(id)}
  order by g.id desc limit 1`;

/**
 * How each fact is read; nothing is known where there is no row to say so, and a person answers.
 * Typed by the list of facts, so that none is without its reader.
 */
const readers: Record<KnownFact, Reader> = {
  // conversations_pkey; each part has a norm of its own, and that of the whole is what is drawn
  in_time: ({ conversationId }) => sql`
    select case when touch_seconds <= norm_seconds then 'yes' else 'no' end as answer,
           'conversation' as source_kind, id as source_id, touched_at as source_at
    from   conversations where id = ${conversationId} and touch_seconds is not null`,
  // deals_conversation, guided_sales_deal, sale_recommendations_sale (guided_sale_id, id)
  recommended: ({ conversationId }) => sql`
    select case when f.at is null then 'no' else 'yes' end as answer,
           'deal' as source_kind, s.deal_id as source_id,
           coalesce(f.at, s.ended_at) as source_at
    from   (select g.id, g.deal_id, g.ended_at from ${guided(conversationId)}) s
    cross  join lateral (select min(n.made_at) as at from sale_recommendations n
                         where  n.guided_sale_id = s.id) f`,
  // deals_conversation, guided_sales_deal, guided_objections_sale (guided_sale_id, id)
  objection_answered: ({ conversationId }) => sql`
    select case when f.at is null then 'na' else 'yes' end as answer,
           'deal' as source_kind, s.deal_id as source_id,
           coalesce(f.at, s.ended_at) as source_at
    from   (select g.id, g.deal_id, g.ended_at from ${guided(conversationId)}) s
    cross  join lateral (select min(o.happened_at) as at from guided_objections o
                         where  o.guided_sale_id = s.id) f`,
  // pitch_answers_conversation (conversation_id, pitch_id) where conversation_id is not null
  pitched: ({ conversationId }) => sql`
    select case when bool_or(answer <> 'not_said') then 'yes' else 'no' end as answer,
           'conversation' as source_kind, ${conversationId}::bigint as source_id,
           max(answered_at) as source_at
    from   pitch_answers where conversation_id in ${wholeOf(conversationId)}
    having count(*) > 0`,
  // case_wishes_conversation (conversation_id) where conversation_id is not null
  reason_asked: ({ conversationId }) => sql`
    select case when k.reason_id is null then 'no' else 'yes' end as answer,
           'case' as source_kind, k.id as source_id, k.spoken_at as source_at
    from   case_wishes w join retention_cases k on k.id = w.case_id
    where  w.conversation_id in ${wholeOf(conversationId)} order by k.id desc limit 1`,
  // case_wishes_conversation, case_offers_once (case_id, offer_id) where undone_at is null
  offer_made: ({ conversationId, staffId }) => sql`
    select case when f.at is null then 'no' else 'yes' end as answer,
           'case' as source_kind, k.id as source_id, coalesce(f.at, k.spoken_at) as source_at
    from   case_wishes w join retention_cases k on k.id = w.case_id
    cross  join lateral (select min(o.said_at) as at from case_offers o
                         where  o.case_id = k.id and o.undone_at is null
                         and    o.said_by = ${staffId}) f
    where  w.conversation_id in ${wholeOf(conversationId)} order by k.id desc limit 1`,
};

/** What the system knows of a contact by what its domains have written down of it. */
export async function knownOf(
  ctx: Ctx,
  contact: Contact,
  facts: ReadonlySet<KnownFact>,
): Promise<Map<KnownFact, Known>> {
  const known = new Map<KnownFact, Known>();
  for (const fact of facts) {
    const { rows } = await readers[fact](contact).execute(ctx.db);
    const [row] = rows;
    if (row) known.set(fact, { fact, ...row });
  }
  return known;
}
