import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Failure } from '../kernel/result.ts';
import { defineSlot } from '../kernel/slots.ts';

/** A cluster: a subscriber's id and the ids of everybody merged into it, the root first. */
export type ClusterIds = readonly number[];

/**
 * What a later domain shows on the 360° card: accounts, line state, open requests. All parts are
 * loaded at once; a part that has nothing to say answers null and is not shown.
 */
export type CardPart = {
  /** The key under which the card carries it. */
  key: string;
  load: (ctx: Ctx, ids: ClusterIds) => Promise<unknown>;
  /** It is about our work and tells nothing personal: a veil over the card leaves it. */
  isOurWork?: true;
};
export const cardParts = defineSlot<CardPart>('subscribers.cardParts');

/** Where a page of the timeline begins: rows strictly before this instant and id. */
export type Before = { at: Date; id: number };

/** One row of a subscriber's past. */
export type TimelineRow = {
  id: number;
  at: Date;
  /** `domain.thing_happened`, or for rows that are no events a type of the same form. */
  type: string;
  subjectKind: string;
  subjectId: number;
  facts: Record<string, unknown>;
  /** Former names, phones, texts; gone after an erasure. */
  details?: Record<string, unknown> | null;
  actorKind?: string;
  actorName?: string | null;
};

/**
 * Rows of the timeline that live elsewhere than in the journal, such as the postings of a night's
 * charges. Answers at most `limit` rows older than `before` by (at, id), newest first.
 */
export type TimelineSource = {
  /** Stable: it stands in page cursors. */
  name: string;
  /** Types it can answer with, so that a filter can pass it by. */
  types: readonly string[];
  load: (
    ctx: Ctx,
    ids: ClusterIds,
    page: { before: Before; limit: number; types: readonly string[] | null },
  ) => Promise<TimelineRow[]>;
};
export const timelineSources = defineSlot<TimelineSource>('subscribers.timelineSources');

/** Further words by which subscribers are found: account numbers, logins, device addresses. */
export type SearchTerms = {
  identifiers?: string[];
  phones?: string[];
  ips?: string[];
  macs?: string[];
};
/** Answers for many clusters at once: the id of the row's own subscriber → its words. */
export const searchTerms =
  defineSlot<(ctx: Ctx, ids: readonly number[]) => Promise<Map<number, SearchTerms>>>(
    'subscribers.searchTerms',
  );

/** Column → the key of a value's words, or `domain:key` where another domain words it. */
export type ChoiceKeys = Readonly<Record<string, (value: string) => string>>;

/**
 * What a domain holds about a person, for the person: sections of plain values, in a fixed order.
 */
export type PersonalDataSource = {
  section: string;
  /** For columns of coded values: the key of a value's words among the domain's texts. */
  choices?: ChoiceKeys;
  load: (ctx: Ctx, ids: ClusterIds) => Promise<readonly Record<string, unknown>[]>;
};
export const personalDataSources = defineSlot<PersonalDataSource>(
  'subscribers.personalDataSources',
);

/**
 * How a domain forgets a person. `refuses` may say why not yet (an open account); `erase` replaces
 * or removes what names the person, keeps the records of money, and may be run again.
 */
export type Eraser = {
  refuses?: (ctx: Ctx, ids: ClusterIds) => Promise<Failure | null>;
  erase: (ctx: Ctx, ids: ClusterIds) => Promise<void>;
};
export const erasers = defineSlot<Eraser>('subscribers.erasers');

/**
 * What a domain's own counting notes of people, such as a score: it goes with those whose import is
 * undone. Whatever else names somebody keeps them, also in a table that is not told of here.
 */
export type Passing = {
  /** In which such rows stand, by the name of the table. */
  tables: readonly string[];
  /** Takes them away, of these people and of their accounts. */
  remove: (ctx: Ctx, ids: readonly number[]) => Promise<void>;
  /** Whom of these people somebody has worked with there after all: a query that gives ids. */
  worked?: (ids: readonly number[]) => RawBuilder<unknown>;
};
export const passingNotes = defineSlot<Passing>('subscribers.passingNotes');

/**
 * Why what is personal must not be shown to the actor at this moment: whoever is on the line in
 * this conversation was not verified yet.
 */
export type Veil = { conversationId: number };

/** Laid over a card and over rows of lists by a later domain; null where there is no reason. */
export const cardVeils = defineSlot<{
  of: (ctx: Ctx, ids: ClusterIds) => Promise<Veil | null>;
  /** Roots of clusters; `all` while nobody knows who is on the line. */
  roots: (ctx: Ctx) => Promise<'all' | readonly number[]>;
}>('subscribers.cardVeils');

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
