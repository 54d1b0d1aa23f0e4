import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { channelsApi } from '../api/channels.ts';

type Listed = z.input<(typeof channelsApi)['GET /api/channels']['output']>;

/** Every channel with its settings, save the secrets, and how it is. */
export async function listChannels(ctx: Ctx): Promise<Result<Listed>> {
  // raw_messages_waiting, raw_messages_set_aside (id), outgoing_messages_stuck (channel_id)
  const { rows } = await sql<Listed['rows'][number]>`
    select c.id, c.kind, c.name, c.state, c.settings, c.last_in_at, c.last_out_at, c.trouble_of, c.trouble,
           c.error, c.error_at, c.version,
           coalesce(w.count, 0) as waiting_in, coalesce(a.count, 0) as set_aside,
           coalesce(o.waiting, 0) as waiting_out, coalesce(o.unknown, 0) as unknown_out
    from   channels c
    left   join (select channel_id, count(*) from raw_messages
                 where  state = 'waiting' group by channel_id) w on w.channel_id = c.id
    left   join (select channel_id, count(*) from raw_messages
                 where  state in ('refused', 'quarantined') group by channel_id) a
             on a.channel_id = c.id
    left   join (select channel_id,
                        count(*) filter (where state in ('waiting', 'sending')) as waiting,
                        count(*) filter (where state = 'unknown') as unknown
                 from   outgoing_messages
                 where  state in ('waiting', 'sending', 'unknown') group by channel_id) o
             on o.channel_id = c.id
    order  by c.id`.execute(ctx.db);
  return ok({ rows });
}
