import { z } from 'zod';

/** The steps of an import, in their order. */
export const importStates = [
  'uploaded',
  'staging',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

/** What the owner of a file settles for all its rows. */
export const ImportSettings = z.object({
  /** The city of addresses that name none. */
  city: z.string().trim().max(100).default(''),
});
export type ImportSettings = z.infer<typeof ImportSettings>;

/** What the steps have counted so far. */
export const ImportCounts = z.object({
  toCreate: z.int().default(0),
  toUpdate: z.int().default(0),
  /** Tickets that are here already, and stay as they are. */
  known: z.int().default(0),
  repeated: z.int().default(0),
  duplicates: z.int().default(0),
  newTariffs: z.int().default(0),
  created: z.int().default(0),
  updated: z.int().default(0),
  unchanged: z.int().default(0),
  removed: z.int().default(0),
  restored: z.int().default(0),
  kept: z.int().default(0),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** What is wrong with a row, a value or a step; its words stand under `errors` in the texts. */
export const CellError = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type CellError = z.infer<typeof CellError>;
