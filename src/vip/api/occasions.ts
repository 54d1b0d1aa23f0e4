import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { greetingWays, occasionKinds, writtenWays } from '../kinds.ts';
import { Changed, Named, Note, TierWord, Version } from './shapes.ts';

const permission = 'vip.work';
const Key = z.string().regex(/^(?:[op]\d{1,15}|s)$/);
const kind = z.enum(occasionKinds);

const Fields = z.object({
  kind,
  name: z.string().trim().max(200).default(''),
  contactPersonId: Id.nullable().default(null),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  year: z.int().min(1800).max(2200).nullable().default(null),
  note: Note.default(''),
  greetBy: z.enum(['hand', 'message']).default('hand'),
});

const Occasion = z.object({
  key: Key,
  /** None where it comes from a record: a person's or a contact person's date of birth. */
  id: Id.nullable(),
  version: Version.nullable(),
  subscriber: Named,
  tier: TierWord.nullable(),
  kind,
  name: z.string(),
  month: z.int(),
  day: z.int(),
  year: z.int().nullable(),
  on: DateOnly,
  note: z.string(),
  greetBy: z.enum(['hand', 'message']),
  isStale: z.boolean(),
  greetedBy: z.enum(greetingWays).nullable(),
  greetedAt: Instant.nullable(),
});

const Counted = z.object({ count: z.int(), share: z.number() });
const words = z.string().trim().max(1000);

const Settings = z.object({
  isOn: z.boolean(),
  /** By what way clients are written to first; null for whichever they use. */
  way: z.enum(writtenWays).nullable(),
  hoursFrom: z.int().min(0).max(23),
  hoursTo: z.int().min(1).max(24),
  staleDays: z.int().min(30).max(3650),
  words: z.object({ head: words, contact: words, company: words, own: words, other: words }),
  version: Version,
});

const errors = [
  'vip.no_such_client',
  'vip.no_such_day',
  'vip.name_needed',
  'vip.no_such_contact',
  'vip.person_needed',
];

export const occasionsApi = defineApi({
  'GET /api/vip-occasions': {
    summary: 'Days of clients from a day to a day, with whether they were greeted',
    permission,
    input: z.object({
      from: DateOnly,
      to: DateOnly,
      isMine: z.stringbool().or(z.boolean()).default(false),
    }),
    output: z.object({ occasions: z.array(Occasion) }),
    errors: ['vip.wrong_period'],
  },
  'GET /api/vip-occasion-figures': {
    summary: 'How days of clients divide by month, quarter and kind',
    permission,
    input: Nothing,
    output: z.object({
      count: z.int(),
      months: z.array(Counted.extend({ month: z.int() })),
      quarters: z.array(Counted.extend({ quarter: z.int() })),
      kinds: z.array(Counted.extend({ kind })),
      /** Clients of whom not one day is known. */
      without: z.int(),
    }),
  },
  'GET /api/vip/{id}/occasions': {
    summary: 'Days of one client, and which are not known yet',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      occasions: z.array(Occasion),
      missing: z.array(kind),
      contactPersons: z.array(Named),
    }),
    errors: ['vip.no_such_client'],
  },
  'POST /api/vip/{id}/occasions': {
    summary: 'Note a day of a client',
    permission,
    input: Fields.extend({ id: Id }),
    output: Changed,
    errors: [...errors, 'vip.day_stands', 'subscribers.caller_unverified'],
    status: 201,
  },
  'PUT /api/vip-occasions/{id}': {
    summary: 'Change a day of a client, or say that it still holds',
    permission,
    input: Fields.extend({ id: Id, version: Version }),
    output: Changed,
    errors: [
      ...errors,
      'vip.no_such_occasion',
      'vip.changed_meanwhile',
      'vip.day_stands',
      'subscribers.caller_unverified',
    ],
  },
  'DELETE /api/vip-occasions/{id}': {
    summary: 'Let a day go that holds no longer',
    permission,
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['vip.no_such_occasion'],
  },
  'POST /api/vip/{id}/greetings': {
    summary: 'Say that a client was greeted of a day, once a year',
    permission,
    input: z.object({
      id: Id,
      key: Key,
      on: DateOnly,
      way: z.enum(greetingWays),
      words: Note.default(''),
    }),
    output: Nothing,
    errors: ['vip.no_such_client', 'vip.no_such_occasion', 'vip.greeted_already', 'vip.has_left'],
  },
  'GET /api/vip-greeting-settings': {
    summary: 'Whether clients are greeted in writing by itself, when and with what words',
    permission: 'vip.manage',
    input: Nothing,
    output: Settings,
  },
  'PUT /api/vip-greeting-settings': {
    summary: 'Change that',
    permission: 'vip.manage',
    input: Settings,
    output: z.object({ version: Version }),
    errors: ['vip.changed_meanwhile', 'vip.hours_crossed', 'vip.words_needed', 'vip.unknown_name'],
  },
  'POST /api/vip-feed': {
    summary: 'Make a secret link at which a calendar reads the days of one’s own clients',
    permission,
    input: Nothing,
    output: z.object({ path: z.string() }),
    isSecret: true,
    status: 201,
  },
  'DELETE /api/vip-feed': {
    summary: 'Let the link answer no longer',
    permission,
    input: Nothing,
    output: Nothing,
  },
  'GET /api/public/vip-feed/{secret}': {
    summary: 'Days of the clients of whoever made the link, as a calendar',
    permission: 'public',
    input: z.object({ secret: z.string().min(20).max(100) }),
    output: z.string(),
    errors: ['vip.no_such_feed'],
    kind: 'download',
    perMinute: 60,
  },
});
