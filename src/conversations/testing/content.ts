import type { World } from '../../testing/world.ts';

/** All that became of what came in, without what merely names it or counts it. */
export type Content = {
  conversations: unknown[];
  calls: unknown[];
  /** Of every piece stored: by which channel, where it ended and why. */
  stored: unknown[];
};

/** The same for two installations in which the same has come, in whatever order. */
export async function contentOf({ ctx }: World): Promise<Content> {
  const all = async (query: string): Promise<unknown[]> => {
    const { rows } = await ctx.pool.query<Record<string, unknown>>(query);
    return rows;
  };
  const [conversations, calls, stored] = await Promise.all([
    all(ofConversations),
    all(ofCalls),
    all(ofStored),
  ]);
  return { conversations, calls, stored };
}

/** Visitors of the site are numbered as they come: their own secrets tell them apart. */
const sender = `coalesce((select v.token_sha256 from chat_visitors v
                           where 'chat-' || v.id = c.sender), c.sender) as sender`;

const ofConversations = `
  select c.channel, c.channel_id, ${sender}, c.subject, c.subscriber_id, c.state,
         case when c.channel <> 'chat' then c.contact_draft end as contact_draft,
         c.whose_turn, c.owner_staff_id, c.closed_outcome, c.opened_at, c.touch_due_at,
         c.touched_at, c.touched_by, c.touch_kind, c.touch_seconds, c.next_due_at, c.snoozed_until,
         c.offer_from, cb.phone as callback_phone, cb.state as callback, cb.next_try_at,
         (select json_agg(json_build_array(a.staff_id, a.evidence, a.outcome) order by a.staff_id)
          from   call_attempts a where a.callback_id = cb.id) as attempts,
         (select json_agg(json_build_object(
                   'text', m.text, 'former', m.former_text, 'from', m.sender_name,
                   'name', m.external_id, 'at', m.happened_at, 'edited', m.edited_at,
                   'files', (select json_agg(f.place order by f.place) from incoming_files f
                             where  f.raw_message_id = m.raw_message_id))
                 order by m.external_id, m.text)
          from   messages m where m.conversation_id = c.id) as messages
  from   conversations c left join callbacks cb on cb.conversation_id = c.id
  order  by c.channel, sender, c.id`;

const ofCalls = `
  select k.channel_id, k.linked_id, k.direction, k.phone, k.our_number, k.ringing, k.staff_id,
         k.began_at, k.answered_at, k.ended_at, k.result, k.recording, c.sender
  from   calls k left join conversations c on c.id = k.conversation_id
  order  by k.channel_id, k.linked_id`;

/** A list of what goes on is no news, and bears no name of its own. */
const ofStored = `
  select r.channel, r.channel_id, r.state, r.error,
         case when r.channel = 'chat' then split_part(r.key, ':', 3) else r.key end as key
  from   raw_messages r where not (r.channel = 'call' and r.payload ? 'wanted')
  order  by r.channel, r.channel_id, key`;
