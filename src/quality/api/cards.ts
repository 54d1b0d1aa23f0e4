import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { conditions, contactKinds, knownFacts, scales } from '../kinds.ts';
import { at, Changed, Name, Note, Version } from './shapes.ts';

const Item = z.object({
  /** The same from version to version, so that scores of an item can be followed. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().trim().min(1).max(300),
  /** What a good answer is known by. */
  hint: Note.default(''),
  scale: z.enum(scales),
  weight: z.int().min(0).max(100),
  /** Failed, it makes the whole card zero. */
  isCritical: z.boolean().default(false),
  /** By what the system answers it; nothing where only a person can. */
  known: z.enum(knownFacts).nullable().default(null),
});

export const Group = z.object({
  title: Name,
  condition: z.enum(conditions),
  items: z.array(Item).min(1).max(30),
});

const Fields = z.object({
  name: Name,
  kind: z.enum(contactKinds),
  groups: z.array(Group).min(1).max(12),
});

const refusals = ['quality.name_taken', 'quality.item_twice', 'quality.no_weight'];

export const cardsApi = defineApi({
  'GET /api/quality-cards': {
    summary: 'Scorecards as they stand now',
    permission: 'quality.view',
    input: Nothing,
    output: z.object({
      cards: z.array(
        z.object({
          id: Id,
          version: Version,
          name: z.string(),
          kind: z.enum(contactKinds),
          groups: z.array(Group),
          isArchived: z.boolean(),
        }),
      ),
    }),
  },
  'POST /api/quality-cards': {
    summary: 'Add a scorecard',
    permission: 'quality.manage',
    input: Fields,
    output: Changed,
    errors: refusals,
    status: 201,
  },
  'PUT /api/quality-cards/{id}': {
    summary: 'Make a new version of a scorecard; what was judged stays judged by its own',
    permission: 'quality.manage',
    input: Fields.extend({ ...at, isArchived: z.boolean().default(false) }),
    output: Changed,
    errors: [...refusals, 'quality.no_such_card', 'quality.changed_meanwhile'],
  },
  'GET /api/quality-cards/{id}/versions': {
    summary: 'Versions of a scorecard, the newest first',
    permission: 'quality.view',
    input: z.object({ id: Id }),
    output: z.object({
      versions: z.array(
        z.object({
          version: z.int(),
          madeAt: Instant,
          madeBy: z.string().nullable(),
          groups: z.array(Group),
        }),
      ),
    }),
    errors: ['quality.no_such_card'],
  },
});
