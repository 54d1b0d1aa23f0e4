import { type RawBuilder, sql } from 'kysely';
import { defineSlot } from '../kernel/slots.ts';

/** The kinds of reasons to leave, by which it is decided what may be offered. */
export const riskGroups = [
  'quality',
  'service',
  'price',
  'money',
  'competitor',
  'usage',
  'term',
  'life',
] as const;
export type RiskGroup = (typeof riskGroups)[number];

/** A moment and the operator's day on which it lies: nothing after it may be looked at. */
export type Moment = { at: Date; on: string };

/** One thing known of a subscriber at a moment, as a number. */
export type RiskFact = {
  /** Named alike nowhere else. Its words are the domain's texts `risk.KEY.high` and `.low`. */
  key: string;
  group: RiskGroup;
  /**
   * Where it may be told as a reason: when there is more of it than usual, or less. What is told
   * nowhere is only counted with, for nobody could say it to a subscriber.
   */
  told: readonly ('high' | 'low')[];
  /** How its number is said: money is in minor units, a share goes from 0 to 1. */
  said?: 'number' | 'money' | 'share';
  /** It goes round with the month, as days since a payment do: a drift is not told by it. */
  isCyclic?: true;
};

/**
 * Facts that one query finds for everybody in the temporary table `risk_people (subscriber_id)`,
 * which holds roots of clusters. It answers with `subscriber_id` and a column a fact, in their
 * order; of whoever it leaves out, or where it has null, nothing is known. What a base does not
 * keep as it was (a status, an owner, an attribute) is no fact: today's would tell the past its
 * future.
 */
export type RiskFacts = {
  name: string;
  facts: readonly RiskFact[];
  asOf: (moment: Moment) => RawBuilder<unknown>;
};
export const riskFacts = defineSlot<RiskFacts>('subscribers.riskFacts');

/** A day some days before the moment's, as SQL. */
export const daysBefore = ({ on }: Moment, days: number): RawBuilder<string> =>
  sql`(${on}::date - ${sql.lit(days)}::int)`;

/** An instant some days before the moment, as SQL. */
export const before = ({ at }: Moment, days: number): RawBuilder<Date> =>
  sql`(${at}::timestamptz - make_interval(days => ${sql.lit(days)}))`;

/**
 * How long they are with us, and what they told of their lives. Of households only who stands in
 * them now is kept, and of where somebody came from nothing: neither is a fact.
 */
export const ownRiskFacts: RiskFacts = {
  name: 'subscribers',
  facts: [
    { key: 'tenureMonths', group: 'term', told: ['low'] },
    { key: 'badExperiences', group: 'life', told: ['high'] },
    { key: 'lifeEvents', group: 'life', told: ['high'] },
  ],
  // needs_subscriber (subscriber_id), subscribers_root (root_id)
  asOf: (moment) => sql`
    select p.subscriber_id,
           (${moment.on}::date - s.customer_since) / 30.4375 as tenure_months,
           coalesce(n.bad, 0), coalesce(n.events, 0)
    from   risk_people p
    join   subscribers s on s.id = p.subscriber_id
    left   join (select p.subscriber_id,
                        count(*) filter (where n.kind = 'bad_experience') as bad,
                        count(*) filter (where n.kind = 'life_event') as events
                 from   risk_people p
                 join   subscribers m on m.root_id = p.subscriber_id
                 join   needs n on n.subscriber_id = m.id
                 where  n.noted_at < ${moment.at} and n.noted_at >= ${before(moment, 180)}
                 group  by p.subscriber_id) n using (subscriber_id)`,
};
