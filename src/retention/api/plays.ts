import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { offerKinds } from '../offers/kinds.ts';
import { playActions, playReasons, stops } from '../plays/kinds.ts';
import { signalKeys } from '../plays/signals.ts';
import { Effect } from './effect.ts';
import { Name, Note, Version } from './shapes.ts';

const permission = 'retention.plays';
const Amount = z.int().min(0).max(1e12);

const Fields = z.object({
  name: Name,
  signal: z.enum(signalKeys),
  bound: z.int().min(0).max(3650).default(0),
  segmentId: Id.nullable().default(null),
  whomSegmentId: Id.nullable().default(null),
  reason: z.enum(playReasons),
  action: z.enum(playActions),
  offerId: Id.nullable().default(null),
  words: Note.default(''),
  cooldownDays: z.int().min(1).max(3650).default(90),
  budgetMinor: Amount.nullable().default(null),
});

const Play = z.object({
  ...Fields.shape,
  id: Id,
  version: Version,
  aim: z.enum(['keep', 'win_back']),
  words: z.string(),
  segment: z.string().nullable(),
  whomSegment: z.string().nullable(),
  offer: z.object({ name: z.string(), kind: z.enum(offerKinds) }).nullable(),
  isOn: z.boolean(),
  isTried: z.boolean(),
  isArchived: z.boolean(),
  /** Of the last 90 days: contacts begun, done, and what they came to. */
  open: z.int(),
  done: z.int(),
  helped: z.int(),
  left: z.int(),
});

const Settings = z.object({
  contactDays: z.int().min(1).max(365),
  mostContacts: z.int().min(1).max(50),
  callsPerDay: z.int().min(0).max(100_000),
  callsFrom: z.int().min(0).max(23),
  callsTo: z.int().min(1).max(24),
  contactMinor: Amount,
  returnedDays: z.int().min(1).max(365),
  version: Version,
});

const playErrors = [
  'retention.no_such_play',
  'retention.changed_meanwhile',
  'retention.name_taken',
  'retention.segment_needed',
  'retention.no_such_segment',
  'retention.offer_needed',
  'retention.offer_beside_reason',
  'retention.words_needed',
  'retention.unknown_name',
];

const at = { id: Id, version: Version };

export const playsApi = defineApi({
  'GET /api/plays': {
    summary: 'What is done by itself on a signal, and what came of it',
    permission,
    input: z.object({}),
    output: z.object({ plays: z.array(Play), currency: z.string() }),
  },
  'POST /api/plays': {
    summary: 'Add a play; it is off until it was tried on history and switched on',
    permission,
    input: Fields,
    output: z.object({ id: Id }),
    errors: playErrors,
    status: 201,
  },
  'PUT /api/plays/{id}': {
    summary: 'Change a play, which switches it off until it is tried anew; or put it away',
    permission,
    input: Fields.extend({ ...at, isArchived: z.boolean().default(false) }),
    output: z.object({ version: Version }),
    errors: playErrors,
  },
  'POST /api/plays/{id}/switch': {
    summary: 'Switch a play on, after somebody has looked at what it would have done, or off',
    permission,
    input: z.object({ ...at, isOn: z.boolean() }),
    output: Nothing,
    errors: ['retention.no_such_play', 'retention.changed_meanwhile', 'retention.play_untried'],
  },
  'POST /api/plays/{id}/try': {
    summary: 'What a play would have done in the last half a year: to whom, and at what cost',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      from: Instant,
      to: Instant,
      /** More came than was looked at. */
      isWhole: z.boolean(),
      /** What was before is not kept: only what holds now was looked at. */
      isPresentOnly: z.boolean(),
      currency: z.string(),
      moments: z.int(),
      contacts: z.int(),
      people: z.int(),
      costMinor: z.int(),
      months: z.array(z.object({ month: z.string(), contacts: z.int(), costMinor: z.int() })),
      stops: z.array(z.object({ stop: z.enum(stops), count: z.int() })),
      /** The latest of those whom the asker may see. */
      rows: z.array(
        z.object({
          subscriberId: Id,
          name: z.string(),
          at: Instant,
          on: DateOnly,
          costMinor: z.int(),
        }),
      ),
    }),
    errors: ['retention.no_such_play', 'retention.changed_meanwhile'],
  },
  'GET /api/plays/{id}/effect': {
    summary: 'What a play brings, by those from whom chance withheld it',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      /** The first day of what is compared; null while they are a handful. */
      begunOn: DateOnly.nullable(),
      treated: z.int(),
      held: z.int(),
      /** To whom it would have turned, had a call or money been left. */
      unserved: z.int(),
      neededTreated: z.int(),
      neededHeld: z.int(),
      effects: z.array(Effect),
    }),
    errors: ['retention.no_such_play'],
  },
  'GET /api/play-results': {
    summary: 'What contacts came to that plays began in a period, and who was won back',
    permission,
    input: z.object({ from: DateOnly, to: DateOnly }),
    output: z.object({
      plays: z.array(
        z.object({
          name: z.string(),
          aim: z.enum(['keep', 'win_back']),
          made: z.int(),
          done: z.int(),
          helped: z.int(),
          declined: z.int(),
          unreached: z.int(),
          leaves: z.int(),
          costMinor: z.int(),
        }),
      ),
      winback: z.object({
        left: z.int(),
        contacted: z.int(),
        spoken: z.int(),
        returned: z.int(),
        known: z.int(),
        withinDays: z.int(),
      }),
      currency: z.string(),
    }),
    errors: ['retention.wrong_period'],
  },
  'GET /api/play-settings': {
    summary: 'Limits of all plays together',
    permission,
    input: Nothing,
    output: Settings.extend({ currency: z.string() }),
  },
  'PUT /api/play-settings': {
    summary: 'Put other limits in force',
    permission,
    input: Settings,
    output: z.object({ version: Version }),
    errors: ['retention.changed_meanwhile', 'retention.hours_crossed'],
  },
});
