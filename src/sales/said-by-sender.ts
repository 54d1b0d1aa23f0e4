import { sql } from 'kysely';
import { conversationsWithin } from '../conversations/index.ts';
import type { Ctx } from '../kernel/context.ts';
import { normaliseEmail, normalisePhone, type PhoneCountry } from '../subscribers/index.ts';

type Said = {
  name: string;
  phone: string;
  email: string;
  address: string;
  wanted: string;
  subscriberId: number | null;
};

const LONGEST_NAME = 200;
const LONGEST_WORDS = 4000;

/**
 * What a sender has said in a conversation of himself and of what he wants, for the lead or the
 * deal that comes of it; null where the conversation is beyond the asker's reach. Whoever is known
 * has the name by which we know him; by a key of a channel nobody is called.
 */
export async function saidBySender(ctx: Ctx, conversationId: number): Promise<Said | null> {
  // conversations_pkey, subscribers_pkey, messages_conversation
  const { rows } = await sql<Said & { number: number }>`
    select c.number,
           left(coalesce(nullif(r.display_name, ''), nullif(c.contact_draft ->> 'name', ''),
                         case when c.channel in ('call', 'email') then nullif(c.sender, '') end,
                         ''), ${LONGEST_NAME}) as name,
           coalesce(c.contact_draft ->> 'phone', '') as phone,
           coalesce(c.contact_draft ->> 'email', '') as email,
           left(coalesce(c.contact_draft ->> 'address', ''), ${LONGEST_NAME}) as address,
           coalesce((select left(m.text, ${LONGEST_WORDS}) from messages m
                     where  m.conversation_id = c.id and m.direction = 'in'
                     order  by m.happened_at, m.id limit 1), '') as wanted,
           s.root_id as subscriber_id
    from   conversations c
    left   join subscribers s on s.id = c.subscriber_id
    left   join subscribers r on r.id = s.root_id
    where  c.id = ${conversationId} and ${conversationsWithin(ctx)}
    for    share of c`.execute(ctx.db);
  const [row] = rows;
  if (!row) return null;
  const { number, ...said } = row;
  // Drafts hold what was typed.
  const { country, cityCode } = ctx.operator;
  const phone = normalisePhone(said.phone, country as PhoneCountry, cityCode ?? '');
  const email = normaliseEmail(said.email);
  return {
    ...said,
    name: said.name || (phone.ok ? phone.e164 : `№ ${number}`),
    phone: phone.ok ? phone.e164 : '',
    email: email.ok ? email.email : '',
  };
}
