import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { Version } from './rules.ts';

const permission = 'loyalty.manage';

const Settings = z.object({
  pointMinor: z.int().min(1).max(1_000_000),
  lifeMonths: z.int().min(1).max(120),
  graceMonths: z.int().min(0).max(24),
  oddPoints: z.int().min(1).max(100_000_000),
  /** From so many months on somebody is loyal, and pays no more than a newcomer. */
  loyalMonths: z.int().min(1).max(240),
  /** What all rewards together may cost in a month. */
  rewardsMinor: z.int().min(1).max(1e12).nullable().default(null),
  /** So many days before a tariff for friends ends. */
  noticeDays: z.int().min(1).max(180).default(30),
  version: Version,
});

const Level = z.object({
  /** None of a new one. */
  id: Id.nullable(),
  name: Line,
  fromPoints: z.int().min(0).max(1e9),
  extraPercent: z.int().min(0).max(500),
});

export const programmeApi = defineApi({
  'GET /api/loyalty/programme': {
    summary: 'What all of the programme follows, and its levels',
    permission,
    input: Nothing,
    output: Settings.extend({
      begunOn: DateOnly.nullable(),
      currency: z.string(),
      levels: z.array(Level.extend({ members: z.int() })),
    }),
  },
  'PUT /api/loyalty/programme': {
    summary: 'Change what all of the programme follows',
    permission,
    input: Settings,
    output: z.object({ version: Version }),
    errors: ['loyalty.changed_meanwhile'],
  },
  'POST /api/loyalty/programme/begin': {
    summary: 'Begin: everybody who is here takes part from today on, or nobody earns any more',
    permission,
    input: z.object({ isOn: z.boolean() }),
    output: Nothing,
  },
  'PUT /api/loyalty/levels': {
    summary: 'Say which levels there are, from how many points a year, and what they add',
    permission,
    input: z.object({ levels: z.array(Level).max(12) }),
    output: Nothing,
    errors: ['loyalty.name_taken', 'loyalty.levels_alike', 'loyalty.level_in_use'],
  },
});
