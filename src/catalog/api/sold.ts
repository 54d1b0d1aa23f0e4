import { z } from 'zod';
import { DateOnly, Id } from '../../kernel/api/shapes.ts';
import { cycles, kinds, meters, purposes, services, technologies, uses } from '../kinds.ts';

const Minor = z.int().min(0).max(1e12);
const Units = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const Speed = z.int().min(1).max(1e9);

const Rate = z
  .object({
    meter: z.enum(meters),
    /** How many bytes or seconds the price is for; of less, its share is paid. */
    blockSize: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
    priceMinor: Minor,
    /** Minutes after the local midnight; an end before the beginning is on the next day. */
    fromMinute: z.int().min(0).max(1439).default(0),
    toMinute: z.int().min(1).max(1440).default(1440),
    days: z.enum(['all', 'work', 'rest']).default('all'),
  })
  .strict();

/** On what terms a version is sold and charged. */
export const Terms = z.object({
  monthlyFeeMinor: Minor,
  speedKbps: Speed.nullable().default(null),
  /** Below which it never falls. */
  guaranteedSpeedKbps: Speed.nullable().default(null),
  tvChannels: z.int().min(1).max(10_000).nullable().default(null),
  /** One of these must reach the address; none: it needs no line of ours. */
  technologies: z.array(z.enum(technologies)).max(technologies.length).default([]),
  chargeCycle: z.enum(cycles).default('monthly'),
  /** Once, when it is connected. */
  connectionFeeMinor: Minor.default(0),
  /** In how many monthly parts that is paid, of equipment; 0: at once. */
  instalments: z.union([z.literal(0), z.int().min(2).max(36)]).default(0),
  /** Whoever leaves before so many months pays the fee of leaving. */
  leastMonths: z.int().min(0).max(60).default(0),
  leavingFeeMinor: Minor.default(0),
  /** What a month of it costs the operator; null: not known. */
  costMinor: Minor.nullable().default(null),
  /** What the fee covers of a month's use. */
  includedBytes: Units.default(0),
  includedSeconds: Units.default(0),
  /** What is measured beside: of bands that overlap the first counts. */
  rates: z.array(Rate).max(20).default([]),
  validFrom: DateOnly,
});

const Version = Terms.extend({
  id: Id,
  version: z.int(),
  currency: z.string(),
  /** How many subscriptions have it now. */
  held: z.int(),
});

const Ids = z.array(Id).min(1).max(200);

/** Something that must hold of whoever takes a product. */
const EligibilityRule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('subscriber_kind'), kind: z.enum(['person', 'organisation']) }),
  /** Who has never had anything before that day. */
  z.object({ rule: z.literal('newcomer') }),
  /** Who has had something for so long. */
  z.object({ rule: z.literal('tenure'), leastMonths: z.int().min(1).max(240) }),
  /** Who has any of these now, or none of them. */
  z.object({ rule: z.literal('has'), productIds: Ids }),
  z.object({ rule: z.literal('has_not'), productIds: Ids }),
  /** Who has each of these now, such as all of a bundle. */
  z.object({ rule: z.literal('has_all'), productIds: Ids }),
  /** Who has brought so many friends who stay; the programme counts them and gives it. */
  z.object({ rule: z.literal('friends'), least: z.int().min(1).max(1000) }),
  /** Whom one of these reaches. */
  z.object({
    rule: z.literal('technology'),
    technologies: z.array(z.enum(technologies)).min(1).max(technologies.length),
  }),
  z.object({ rule: z.literal('buildings'), buildingIds: Ids }),
]);

/** What a product is for, beside its terms: it may be changed at any time. */
export const About = z.object({
  serves: z.array(z.enum(uses)).max(uses.length).default([]),
  purpose: z.enum(purposes).nullable().default(null),
  purposeWords: z.string().trim().max(500).default(''),
  /** What a month should bring: takes, or where value is held the average fee in minor units. */
  purposeGoal: z.int().min(1).max(1e12).nullable().default(null),
  /** Who may take it: all of these must hold. */
  eligibility: z.array(EligibilityRule).max(10).default([]),
});

export const Product = About.extend({
  id: Id,
  kind: z.enum(kinds),
  service: z.enum(services),
  name: z.string(),
  isArchived: z.boolean(),
  /** The newest first. */
  versions: z.array(Version),
});

export const Settings = z.object({
  /** How much of a price must stay above the cost. */
  leastMarginPercent: z.int().min(0).max(90),
  /** At one time on one subscription. */
  mostPromotions: z.int().min(1).max(10),
  /** By how much all promotions together may lower a fee. */
  mostPercent: z.int().min(1).max(100),
  version: z.int(),
});

export type Product = z.output<typeof Product>;
export type Terms = z.output<typeof Terms>;
export type Rate = z.output<typeof Rate>;
export type EligibilityRule = z.output<typeof EligibilityRule>;
export type About = z.output<typeof About>;
export type Settings = z.output<typeof Settings>;
