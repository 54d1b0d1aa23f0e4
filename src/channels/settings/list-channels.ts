import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { channelsApi } from '../api/channels.ts';
import { emptyTally, tallies } from './tally.ts';

type Listed = z.input<(typeof channelsApi)['GET /api/channels']['output']>;
/** Its settings are of its kind, which TypeScript does not follow through a query. */
type Row = { id: number };
type Lying = Omit<Listed['form'], 'today'>;

/** Every channel with its settings, save the secrets, and how it is; and the site's form. */
export async function listChannels(ctx: Ctx): Promise<Result<Listed>> {
  const [rows, form, today] = await Promise.all([channels(ctx), formLies(ctx), tallies(ctx)]);
  return ok({
    rows: rows.map((row) => ({ ...row, today: today.get(row.id) ?? emptyTally })) as never,
    form: { ...form, today: today.get(null) ?? emptyTally },
  });
}

async function channels(ctx: Ctx): Promise<Row[]> {
  // raw_messages_waiting, raw_messages_set_aside (id), outgoing_messages_stuck (channel_id) and
  // raw_messages_of_channel (channel_id, received_at desc) serve it
  const { rows } = await sql<Row>`
    select c.id, c.kind, c.name, c.state, c.settings, c.last_out_at, c.trouble_of, c.trouble,
           c.error, c.error_at, c.version, c.waiting_there, c.looked_at,
           c.there_count, c.there_missing, c.there_at,
           (select r.received_at from raw_messages r where r.channel_id = c.id
            order  by r.received_at desc limit 1) as last_in_at,
           coalesce(w.count, 0) as waiting_in, coalesce(a.count, 0) as set_aside,
           coalesce(a.undecided, 0) as undecided,
           coalesce(o.waiting, 0) as waiting_out, coalesce(o.unknown, 0) as unknown_out
    from   channels c
    left   join (select channel_id, count(*) from raw_messages
                 where  state = 'waiting' group by channel_id) w on w.channel_id = c.id
    left   join (select channel_id, count(*),
                        count(*) filter (where state = 'quarantined') as undecided
                 from   raw_messages
                 where  state in ('refused', 'quarantined') group by channel_id) a
             on a.channel_id = c.id
    left   join (select channel_id,
                        count(*) filter (where state in ('waiting', 'sending')) as waiting,
                        count(*) filter (where state = 'unknown') as unknown
                 from   outgoing_messages
                 where  state in ('waiting', 'sending', 'unknown') group by channel_id) o
             on o.channel_id = c.id
    order  by c.id`.execute(ctx.db);
  return rows;
}

/** The site's form is no row of its own: what came by it has no channel. */
async function formLies(ctx: Ctx): Promise<Lying> {
  // raw_messages_of_channel (channel_id, received_at desc) and the two above serve it
  const { rows } = await sql<Lying>`
    select (select received_at from raw_messages where channel_id is null
            order  by received_at desc limit 1) as last_in_at,
           (select count(*) from raw_messages
            where  state = 'waiting' and channel_id is null) as waiting_in,
           (select count(*) from raw_messages
            where  state in ('refused', 'quarantined') and channel_id is null) as set_aside,
           (select count(*) from raw_messages
            where  state = 'quarantined' and channel_id is null) as undecided`.execute(ctx.db);
  return rows[0] ?? { lastInAt: null, waitingIn: 0, setAside: 0, undecided: 0 };
}
