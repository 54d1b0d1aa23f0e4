import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant } from '../../kernel/api/shapes.ts';
import { Coverage, Minor, Offer, Stop, Technology } from './shapes.ts';

const Typed = z.object({ text: z.string().trim().max(300) });

const Suggestion = z.object({
  streetId: Id,
  /** Null for a street of which no house is typed yet, or none such is known. */
  buildingId: Id.nullable(),
  text: z.string(),
  /** By which former name the street was found. */
  formerName: z.string().nullable(),
  /** The flat that was typed with it. */
  flat: z.string(),
});

/** What a line costs at once, and in parts. */
const Cost = z.object({
  /** Null: the house is further away than these terms reach. */
  totalMinor: Minor.nullable(),
  /** The first part when split into most parts; equal to the total where it cannot be split. */
  partMinor: Minor.nullable(),
  parts: z.int(),
  freeFromMinor: Minor.nullable(),
  currency: z.string(),
});
export type Cost = z.output<typeof Cost>;

/** `stopped` and `full` are lines that are there and cannot be sold now. */
const lineStates = ['available', 'planned', 'full', 'stopped'] as const;

const Tariff = z.object({
  productId: Id,
  versionId: Id,
  name: z.string(),
  service: z.string(),
  speedKbps: z.int().nullable(),
  monthlyFeeMinor: Minor,
  connectionFeeMinor: Minor,
  currency: z.string(),
});
export type Tariff = z.output<typeof Tariff>;

const Where = z.object({
  /** Of a suggestion; without it the text is understood as an address. */
  buildingId: Id.optional(),
  text: z.string().trim().max(300).default(''),
  flat: z.string().trim().max(20).default(''),
  /** Of cable to a house of the private sector. */
  metres: z.coerce.number().int().min(0).max(100_000).optional(),
});
export type Where = z.output<typeof Where>;

/** How an address stands as a whole; `unknown` is one that the base does not have. */
const verdicts = ['available', 'planned', 'stopped', 'full', 'none', 'unknown'] as const;
const Verdict = z.enum(verdicts);
export type Verdict = z.output<typeof Verdict>;

const PublicCheck = z.object({
  verdict: Verdict,
  text: z.string(),
  buildingId: Id.nullable(),
  isPrivateSector: z.boolean(),
  plannedOn: DateOnly.nullable(),
  lines: z.array(
    z.object({ technology: Technology, speedKbps: z.int().nullable(), cost: Cost.nullable() }),
  ),
  tariffs: z.array(Tariff.omit({ productId: true, versionId: true })),
});
export type PublicCheck = z.output<typeof PublicCheck>;

const Checked = z.object({
  verdict: Verdict,
  text: z.string(),
  buildingId: Id.nullable(),
  district: z.string(),
  isPrivateSector: z.boolean(),
  lines: z.array(
    Coverage.extend({
      state: z.enum(lineStates),
      stop: Stop.nullable(),
      cost: Cost.nullable(),
    }),
  ),
  /** What is in force at the house: its own stop, and those of its nodes. */
  stops: z.array(Stop),
  incident: z.object({ kind: z.string(), cause: z.string(), startedAt: Instant }).nullable(),
  tariffs: z.array(Tariff),
  offers: z.array(Offer),
  /** Who is served at the flat that was named, of those that one may see. */
  here: z.array(z.object({ id: Id, name: z.string() })),
  wishes: z.int(),
});
export type Checked = z.output<typeof Checked>;

const summary = 'Buildings that are meant by an address typed so far, with slips and old names';

export const checkApi = defineApi({
  'GET /api/address-check/suggestions': {
    summary,
    permission: 'network.check',
    input: Typed,
    output: z.object({ rows: z.array(Suggestion) }),
  },
  'GET /api/address-check': {
    summary: 'What can be had at an address, on what terms, and what stands in the way',
    permission: 'network.check',
    input: Where,
    output: Checked,
    errors: ['network.no_such_building'],
  },
  'GET /api/public/address-check/suggestions': {
    summary,
    permission: 'public',
    isCrossOrigin: true,
    perMinute: 240,
    input: Typed,
    output: z.object({ rows: z.array(Suggestion) }),
  },
  'GET /api/public/address-check': {
    summary: 'What can be had at an address, for the operator’s site',
    permission: 'public',
    isCrossOrigin: true,
    perMinute: 60,
    input: Where.omit({ flat: true }),
    output: PublicCheck,
    errors: ['network.no_such_building'],
  },
});
