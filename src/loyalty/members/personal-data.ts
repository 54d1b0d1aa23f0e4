import { sql } from 'kysely';
import type { Eraser, PersonalDataSource } from '../../subscribers/index.ts';

/**
 * What the programme holds about a person: points are told line by line, as they were earned, and
 * what became of them. Where they lie since is no earning.
 */
export const personalData: PersonalDataSource = {
  section: 'points',
  choices: { state: (value) => `personalData.pointStates.${value}` },
  load: async (ctx, ids) => {
    // point_earnings_subscriber (subscriber_id, earned_on desc), earning_rules_pkey
    const { rows } = await sql<{ on: string; what: string; points: number; state: string }>`
      select e.earned_on as "on", r.name as what, e.points, e.state
      from   point_earnings e join earning_rules r on r.id = e.rule_id
      where  e.subscriber_id = any(${[...ids]}::bigint[])
      order  by e.earned_on, e.id`.execute(ctx.db);
    return rows;
  },
};

export const toldOfRewards: PersonalDataSource = {
  section: 'rewards',
  load: async (ctx, ids) => {
    // redemptions_subscriber (subscriber_id, redeemed_on desc), rewards_pkey
    const { rows } = await sql<{ on: string; what: string; points: number; coupon: string }>`
      select d.redeemed_on as "on", w.name as what, d.points, d.coupon
      from   redemptions d join rewards w on w.id = d.reward_id
      where  d.subscriber_id = any(${[...ids]}::bigint[])
      order  by d.redeemed_on, d.id`.execute(ctx.db);
    return rows;
  },
};

/** Their code leads nowhere any more, and a coupon of theirs stands nowhere. */
export const eraser: Eraser = {
  erase: async (ctx, ids) => {
    await sql`
      update loyalty_members
      set    code = 'erased ' || subscriber_id, page_key = 'erased ' || subscriber_id
      where  subscriber_id = any(${[...ids]}::bigint[])`.execute(ctx.db);
    // redemptions_subscriber (subscriber_id, redeemed_on desc), reward_coupons_redemption_id_key
    await sql`
      update reward_coupons c set code = 'erased ' || c.id
      from   redemptions d
      where  d.id = c.redemption_id and d.subscriber_id = any(${[...ids]}::bigint[])`.execute(
      ctx.db,
    );
    await sql`
      update redemptions set coupon = ''
      where  subscriber_id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  },
};
