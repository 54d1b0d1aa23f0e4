import { sql } from 'kysely';

/** Whether a stored message `r` stands in a conversation. messages_raw_message_id_key serves it. */
export const isShown = sql`exists (select from messages m where m.raw_message_id = r.id)`;
