import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Paging } from '../../kernel/api/shapes.ts';
import { contactSources, processKeys } from '../lost/process.ts';

const Key = z.enum(processKeys);
const Month = DateOnly.refine((day) => day.endsWith('-01'));
const Share = z.number();

/** A month, in minor units, with bounds of 95 %; below nought it may be that nothing is lost. */
const Loss = z.object({ minor: z.int(), low: z.int(), high: z.int() });

export const lostApi = defineApi({
  'GET /api/money-lost': {
    summary: 'What processes lose a month, as the last night counted it',
    permission: 'quality.lost',
    input: z.object({ months: z.coerce.number().int().min(3).max(24).default(12) }),
    output: z.object({
      currency: z.string(),
      /** The day of the last count; nothing before the first. */
      countedOn: DateOnly.nullable(),
      /** Of all processes that could be told of, each contact of a person once. */
      sum: z.object({ loss: Loss.nullable(), told: z.int(), twiceMinor: z.int() }),
      processes: z.array(
        z.object({
          key: Key,
          outcome: z.enum(['bought', 'stayed']),
          /** After so many days an outcome is known. */
          days: z.int(),
          /** What share went wrong with the operators of the study. */
          study: Share.nullable(),
          /** The months that the figure is of; all outcomes in them are known. */
          from: Month.nullable(),
          to: Month.nullable(),
          contacts: z.int(),
          wrong: z.int(),
          /** Contacts with known outcomes, and how many are needed on each side. */
          wrongKnown: z.int(),
          rightKnown: z.int(),
          needed: z.int(),
          /** A month; nothing where there are too few. */
          loss: Loss.nullable(),
          /** What it comes of: contacts a month, by the difference, by what one is worth. */
          inputs: z
            .object({
              monthly: z.number(),
              rightShare: Share,
              wrongShare: Share,
              worthMinor: z.number(),
            })
            .nullable(),
          months: z.array(
            z.object({
              month: Month,
              contacts: z.int(),
              wrong: z.int(),
              /** Whether all outcomes are known. */
              isKnown: z.boolean(),
              loss: Loss.nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  'GET /api/money-lost/waits': {
    summary: 'How many bought, by how long they waited to be called back',
    permission: 'quality.lost',
    input: z.object({ from: Month, to: Month }),
    output: z.object({
      waits: z.array(
        z.object({
          wait: z.enum(['within', 'late', 'never']),
          /** Late by no more than so long in all; nothing: for longer. */
          upToSeconds: z.int().nullable(),
          contacts: z.int(),
          bought: z.int(),
        }),
      ),
    }),
  },
  'GET /api/money-lost/{process}/contacts': {
    summary: 'The contacts that went wrong, the latest first',
    permission: 'quality.lost_rows',
    input: z.object({ process: Key, from: Month, to: Month, ...Paging.shape }),
    output: z.object({
      currency: z.string(),
      contacts: z.array(
        z.object({
          id: Id,
          kind: z.enum(contactSources),
          refId: Id,
          number: z.string(),
          at: Instant,
          subscriberId: Id.nullable(),
          dealId: Id.nullable(),
          name: z.string(),
          /** Seconds waited, seconds over the norm, or what was paid too much a month. */
          amount: z.int().nullable(),
          isKnown: z.boolean(),
          isGood: z.boolean().nullable(),
          worthMinor: z.int().nullable(),
          /** Whether the sum of all processes counts it here. */
          isOnce: z.boolean(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
});
