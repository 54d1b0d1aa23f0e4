import { type RawBuilder, sql } from 'kysely';
import { wholeOf } from '../../conversations/index.ts';

/** Up to so many seconds a contact is short, or not long yet. */
const SHORT_SECONDS = 120;
const MIDDLE_SECONDS = 600;
/** What writing or reading a message counts for. */
const MESSAGE_SECONDS = 30;

/** `conversations c` with all that was merged into it: what is drawn is a root. */
const whole = wholeOf(sql`c.id`);

/** Whose a closed `conversations c` was: its owner's, or whoever's first answered it. */
export const agentOf = sql`coalesce(c.owner_staff_id, c.touched_by)`;

/** How long `conversations c` took. */
// calls_conversation (conversation_id, began_at), messages_conversation
export const lengthOf = sql`(
  select case when s.seconds < ${sql.lit(SHORT_SECONDS)} then 'short'
              when s.seconds < ${sql.lit(MIDDLE_SECONDS)} then 'middle'
              else 'long' end
  from (select coalesce((select sum(extract(epoch from k.ended_at - k.answered_at))
                         from   calls k where k.conversation_id in ${whole}), 0)
             + ${sql.lit(MESSAGE_SECONDS)} * (select count(*) from messages m
                     where m.conversation_id in ${whole} and m.direction <> 'note') as seconds) s)`;

/** `conversations c` is one in which somebody wished to leave. */
// case_wishes_conversation (conversation_id) where conversation_id is not null
const isLeaving = sql`exists (
  select from case_wishes w where w.conversation_id in ${whole})`;

/** `conversations c` is one out of which a deal was made. */
// deals_conversation (conversation_id) where conversation_id is not null
const isSale = sql`exists (select from deals d where d.conversation_id in ${whole})`;

/** `conversations c` is with a member of the programme. */
// vip_clients_pkey, subscribers_pkey
const isVip = sql`exists (
  select from subscribers s join vip_clients v on v.id = s.root_id
  where  s.id = c.subscriber_id and (v.state = 'member' or v.is_corporate))`;

// calls_conversation (conversation_id, began_at), callbacks_conversation_id_key
const isCall = sql`(
  exists (select from calls k where k.conversation_id in ${whole} and k.answered_at is not null)
  or exists (select from callbacks b join call_attempts a on a.callback_id = b.id
             where b.conversation_id in ${whole} and a.outcome = 'reached'))`;

const isWritten = sql`exists (
  select from messages m where m.conversation_id in ${whole} and m.direction = 'out')`;

/** By which card `conversations c` is judged: the rarest and dearest thing that it was. */
export const kindOf = sql`case when ${isLeaving} then 'leaving' when ${isSale} then 'sale'
  when ${isVip} then 'vip' else 'support' end`;

/** Which parts of a card apply to `conversations c`. */
export const appliesOf: RawBuilder<string[]> = sql`array_remove(array[
  'always',
  case when ${isSale} then 'sale' end,
  case when ${isLeaving} then 'leaving' end,
  case when ${isVip} then 'vip' end,
  case when ${isCall} then 'call' end,
  case when ${isWritten} then 'written' end], null)`;
