import { sql } from 'kysely';
import type { PersonalDataSource } from '../../subscribers/index.ts';

/**
 * What the programme has counted of a person, and sent them. Who their friends are is not theirs.
 */
export const toldOfStanding: readonly PersonalDataSource[] = [
  {
    section: 'friends',
    choices: {
      part: (value) => `personalData.parts.${value}`,
      state: (value) => `friends.states.${value}`,
      reason: (value) => `friends.reasons.${value}`,
    },
    load: async (ctx, ids) => {
      // friendships_inviter (inviter_id, connected_on desc), friendships_friend_id_key
      const { rows } = await sql<{ on: string; part: string; state: string; reason: string }>`
        select f.connected_on as "on",
               case when f.inviter_id = any(${[...ids]}::bigint[]) then 'has_brought'
                    else 'was_brought' end as part,
               f.state, f.reason, f.paid_months
        from   friendships f
        where  f.inviter_id = any(${[...ids]}::bigint[]) or f.friend_id = any(${[...ids]}::bigint[])
        order  by f.connected_on, f.id`.execute(ctx.db);
      return rows;
    },
  },
  {
    section: 'levels',
    load: async (ctx, ids) => {
      // level_changes_subscriber, loyalty_levels_pkey
      const { rows } = await sql<{ on: string; level: string; yearPoints: number }>`
        select c.changed_on as "on", coalesce(v.name, '') as level, c.year_points
        from   level_changes c left join loyalty_levels v on v.id = c.level_id
        where  c.subscriber_id = any(${[...ids]}::bigint[])
        order  by c.changed_on, c.id`.execute(ctx.db);
      return rows;
    },
  },
  {
    section: 'paidMonths',
    load: async (ctx, ids) => {
      // paid_months_subscriber (subscriber_id, month desc)
      const { rows } = await sql<{ month: string; isInTime: boolean; streak: number }>`
        select m.month, m.is_in_time, m.streak from paid_months m
        where  m.subscriber_id = any(${[...ids]}::bigint[])
        order  by m.month, m.subscriber_id`.execute(ctx.db);
      return rows;
    },
  },
  {
    section: 'friendTariffs',
    load: async (ctx, ids) => {
      // friend_tariffs_subscriber (subscriber_id), products_pkey
      const { rows } = await sql<{ on: string; what: string; endsOn: string | null }>`
        select g.given_on as "on", p.name as what, g.ends_on, g.told_at, g.ended_on
        from   friend_tariffs g join products p on p.id = g.product_id
        where  g.subscriber_id = any(${[...ids]}::bigint[])
        order  by g.given_on, g.id`.execute(ctx.db);
      return rows;
    },
  },
  {
    section: 'pages',
    choices: { way: (value) => `own.ways.${value}` },
    load: async (ctx, ids) => {
      // page_sendings_subscriber (subscriber_id, id)
      const { rows } = await sql<{ sentAt: Date; way: string }>`
        select s.sent_at, s.way from page_sendings s
        where  s.subscriber_id = any(${[...ids]}::bigint[])
        order  by s.id`.execute(ctx.db);
      return rows;
    },
  },
];
