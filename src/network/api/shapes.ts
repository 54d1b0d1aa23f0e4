import { z } from 'zod';
import { technologies } from '../../catalog/api.ts';
import { DateOnly, Id, Instant, Line } from '../../kernel/api/shapes.ts';

export { technologies } from '../../catalog/api.ts';

export const Technology = z.enum(technologies);
export type Technology = z.output<typeof Technology>;
export const Minor = z.int().min(0).max(1e12);
const Kbps = z.int().min(1).max(1e9);
const Ports = z.int().min(0).max(100_000);

/** What is had by one technology at one building. */
export const CoverageBody = z.object({
  nodeId: Id.nullable().default(null),
  connectionTermsId: Id.nullable().default(null),
  /** The greatest that the line bears. */
  speedKbps: Kbps.nullable().default(null),
  portsTotal: Ports.nullable().default(null),
  /** As somebody counted; null: all less the lines in service, where those are known. */
  portsFree: Ports.nullable().default(null),
  /** Not there yet: from when it is expected. */
  plannedOn: DateOnly.nullable().default(null),
});
export type CoverageBody = z.output<typeof CoverageBody>;

/** What connecting costs. Of a house: a base, and each metre of cable beyond those included. */
export const TermsBody = z.object({
  name: Line,
  baseMinor: Minor,
  metreMinor: Minor.default(0),
  includedMetres: z.int().min(0).max(100_000).default(0),
  longestMetres: z.int().min(1).max(100_000).nullable().default(null),
  /** Into how many monthly payments it may be split at most. */
  mostParts: z.int().min(1).max(36).default(1),
  /** Free with a tariff of at least this fee a month. */
  freeFromMinor: Minor.nullable().default(null),
});

export type TermsBody = z.output<typeof TermsBody>;

export const Terms = TermsBody.extend({
  id: Id,
  currency: z.string(),
  isArchived: z.boolean(),
  version: z.int(),
});
export type Terms = z.output<typeof Terms>;

/** `warn` lets a sale go on, `stop` does not. */
export const stopLevels = ['warn', 'stop'] as const;

export const Stop = z.object({
  id: Id,
  level: z.enum(stopLevels),
  reason: z.string(),
  setAt: Instant,
  setBy: z.string().nullable(),
  untilOn: DateOnly.nullable(),
  liftedAt: Instant.nullable(),
  liftedBy: z.string().nullable(),
  /** Whether it holds today. */
  isInForce: z.boolean(),
  /** The node that it was set on; null: the building itself. */
  node: z.string().nullable(),
});
export type Stop = z.output<typeof Stop>;

export const OfferBody = z.object({
  competitor: Line,
  technology: Technology.nullable().default(null),
  speedKbps: Kbps.nullable().default(null),
  priceMinor: Minor,
  /** What the price is for, until when. */
  terms: z.string().trim().max(500).default(''),
  seenOn: DateOnly,
});

export const Offer = OfferBody.extend({
  id: Id,
  currency: z.string(),
  seenBy: z.string().nullable(),
});
export type Offer = z.output<typeof Offer>;

/** A technology at a building with its node, its terms and what is free there. */
export const Coverage = CoverageBody.extend({
  id: Id,
  technology: Technology,
  node: z.string().nullable(),
  terms: Terms.nullable(),
  /** What can be connected now; null where nobody knows. */
  freeNow: z.int().nullable(),
  version: z.int(),
});
export type Coverage = z.output<typeof Coverage>;
