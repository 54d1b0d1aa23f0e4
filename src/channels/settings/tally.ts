import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tally } from '../api/channels.ts';
import { shownConditions } from '../incoming.ts';

const DAY_MS = 86_400_000;

export const emptyTally: Tally = {
  seen: 0,
  repeats: 0,
  stored: 0,
  shown: 0,
  noted: 0,
  refused: 0,
  quarantined: 0,
  waiting: 0,
  lost: 0,
};

type Counted = Tally & { channelId: number | null };

/**
 * What came by each channel within the last day, and where it is; by its id, null for the site's
 * form. Counted in one statement, so that nothing moves meanwhile: whether a message stands in a
 * conversation is asked of the conversations, and held against what we were told of it.
 */
export async function tallies(ctx: Ctx): Promise<Map<number | null, Tally>> {
  const since = new Date(ctx.clock.now().getTime() - DAY_MS);
  const isShown = shownConditions.fills[0]?.piece ?? sql`false`;
  // raw_messages_of_channel (channel_id, received_at desc)
  const { rows } = await sql<Counted>`
    select c.id as channel_id, t.* from channels c
    cross  join lateral (${counted(since, isShown, sql`r.channel_id = c.id`)}) t
    union  all
    select null, t.* from (${counted(since, isShown, sql`r.channel_id is null`)}) t`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ channelId, ...tally }) => [channelId, tally]));
}

const counted = (
  since: Date,
  isShown: RawBuilder<unknown>,
  isOfChannel: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select count(*) + coalesce(sum(repeats), 0) as seen,
         coalesce(sum(repeats), 0)            as repeats,
         count(*)                             as stored,
         count(*) filter (where is_shown)     as shown,
         count(*) filter (where state = 'understood' and not is_shown and request_number is null)
           as noted,
         count(*) filter (where state = 'refused' and not is_shown)     as refused,
         count(*) filter (where state = 'quarantined' and not is_shown) as quarantined,
         count(*) filter (where state = 'waiting' and not is_shown)     as waiting,
         count(*) filter (where state = 'understood' and not is_shown
                          and request_number is not null) as lost
  from  (select r.repeats, r.state, r.request_number, ${isShown} as is_shown
         from   raw_messages r
         where  r.received_at >= ${since} and ${isOfChannel}) r`;
