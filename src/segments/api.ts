import { z } from 'zod';
import { defineApi, defineErrors } from '../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../kernel/api/shapes.ts';
import { fieldTypes } from '../kernel/conditions/condition.ts';
import { ConditionShape } from '../kernel/conditions/condition-shape.ts';
import { comparingApi } from './api/comparing.ts';
import { KnownCondition, Segment, SegmentBody, segmentKinds, Version } from './api/shapes.ts';

const conditionErrors = [
  'kernel.unknown_field',
  'kernel.bad_condition',
  'kernel.hidden_now',
] as const;
const Asked = z.object({ condition: ConditionShape });

/** Subscribers that are ticked, or all that match. */
const Chosen = z.union([
  z.object({ ids: z.array(Id).min(1).max(10_000) }),
  z.object({ condition: ConditionShape }),
]);

export const api = {
  ...defineApi({
    'GET /api/segments': {
      summary: 'Segments with their sizes; those that are archived too where asked for',
      permission: 'segments.view',
      input: z.object({ isAll: z.union([z.boolean(), z.stringbool()]).default(false) }),
      output: z.object({ segments: z.array(Segment) }),
    },
    'GET /api/segments/fields': {
      summary: 'What a condition may ask of a subscriber: columns, and what is counted or summed',
      permission: 'segments.view',
      input: z.object({}),
      output: z.object({
        fields: z.array(
          z.object({
            key: z.string(),
            type: z.enum(fieldTypes),
            label: z.string(),
            /** Whose it is, in a word: money, tickets. */
            group: z.string(),
            choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
            /** Asked within a window of time: `KEY@30d`, `KEY@quarter`. */
            hasWindow: z.boolean(),
            isSummed: z.boolean(),
          }),
        ),
      }),
    },
    'POST /api/segments/wording': {
      summary: 'A condition as a sentence, or a typed sentence as a condition',
      permission: 'segments.view',
      input: z.union([Asked, z.object({ phrase: z.string().trim().min(1).max(4000) })]),
      output: z.object({ condition: KnownCondition, sentence: z.string() }),
      errors: [
        ...conditionErrors,
        'segments.field_not_understood',
        'segments.field_not_understood_like',
        'segments.window_not_understood',
        'segments.question_not_understood',
        'segments.value_not_understood',
        'segments.words_left_over',
        'segments.bracket_open',
        'segments.phrase_too_deep',
      ],
      repeats: 'harmless',
    },
    'POST /api/segments/estimate': {
      summary: 'About how many subscribers meet a condition, and some of them, at once',
      permission: 'subscribers.view',
      input: Asked,
      output: z.object({
        count: z.int(),
        /** Within which it lies 19 times of 20; none where it is only what the database expects. */
        margin: z.object({ low: z.int(), high: z.int() }).nullable(),
        /** Some of them. */
        ids: z.array(Id),
      }),
      errors: [...conditionErrors],
      repeats: 'harmless',
    },
    'POST /api/segments/count': {
      summary: 'How many subscribers meet a condition, exactly; ends when the caller goes',
      permission: 'subscribers.view',
      input: Asked,
      output: z.object({ count: z.int() }),
      errors: [...conditionErrors, 'segments.count_too_long'],
      repeats: 'harmless',
    },
    'POST /api/segments': {
      summary: 'Keep a segment: asked again and again, or the list of whom it is now',
      permission: 'segments.manage',
      input: SegmentBody.extend({
        kind: z.enum(segmentKinds),
        condition: ConditionShape.optional(),
        /** Of a kept list: who stands on it, instead of a condition. */
        ids: z.array(Id).max(10_000).optional(),
      }),
      output: z.object({ id: Id, size: z.int() }),
      errors: [...conditionErrors, 'segments.name_taken', 'segments.no_condition'],
      status: 201,
    },
    'GET /api/segments/{id}': {
      summary: 'A segment with its sizes over time',
      permission: 'segments.view',
      input: z.object({ id: Id }),
      output: Segment.extend({
        createdBy: z.string().nullable(),
        createdAt: Instant,
        counts: z.array(
          z.object({ countedAt: Instant, size: z.int(), entered: z.int(), gone: z.int() }),
        ),
        changes: z.array(
          z.object({ at: Instant, type: z.string(), by: z.string().nullable(), name: z.string() }),
        ),
      }),
      errors: ['segments.not_found'],
    },
    'PUT /api/segments/{id}': {
      summary: 'Change a segment; a changed condition is counted at once',
      permission: 'segments.manage',
      input: SegmentBody.extend({
        id: Id,
        version: Version,
        kind: z.enum(segmentKinds),
        condition: ConditionShape.optional(),
      }),
      output: Nothing,
      errors: [
        ...conditionErrors,
        'segments.not_found',
        'segments.name_taken',
        'segments.changed_meanwhile',
        'segments.no_condition',
        'segments.asks_itself',
      ],
    },
    'POST /api/segments/{id}/archive': {
      summary: 'Use a segment no longer: nobody is in it any more; its past stays',
      permission: 'segments.manage',
      input: z.object({ id: Id }),
      output: Nothing,
      errors: ['segments.not_found', 'segments.still_asked'],
    },
    'POST /api/segments/{id}/restore': {
      summary: 'Use an archived segment again; a kept list gets back who stood on it',
      permission: 'segments.manage',
      input: z.object({ id: Id }),
      output: Nothing,
      errors: ['segments.not_found', 'segments.name_taken'],
    },
    'POST /api/segments/{id}/recount': {
      summary: 'Find the members of a dynamic segment anew, at once',
      permission: 'segments.manage',
      input: z.object({ id: Id }),
      output: Nothing,
      errors: ['segments.not_found', 'segments.kept_by_hand'],
    },
    'GET /api/segments/{id}/norms': {
      summary: 'What is promised to the people of a segment sooner than to everybody',
      permission: 'segments.view',
      input: z.object({ id: Id }),
      output: z.object({
        norms: z.array(
          z.object({ kind: z.string(), usualSeconds: z.int(), targetSeconds: z.int().nullable() }),
        ),
      }),
    },
    'PUT /api/segments/{id}/norms/{kind}': {
      summary: 'Promise them something sooner, or no sooner; what has begun keeps its promise',
      permission: 'norms.edit',
      input: z.object({
        id: Id,
        kind: z.string().max(60),
        targetSeconds: z.int().min(1).max(31_536_000).nullable(),
      }),
      output: Nothing,
      errors: ['segments.not_found', 'segments.no_such_norm'],
    },
    'POST /api/segments/{id}/members': {
      summary: 'Put subscribers on a kept list',
      permission: 'segments.manage',
      input: z.object({ id: Id, chosen: Chosen }),
      output: z.object({ changed: z.int() }),
      errors: [...conditionErrors, 'segments.not_found', 'segments.found_by_condition'],
    },
    'POST /api/segments/{id}/members/remove': {
      summary: 'Take subscribers off a kept list',
      permission: 'segments.manage',
      input: z.object({ id: Id, chosen: Chosen }),
      output: z.object({ changed: z.int() }),
      errors: [...conditionErrors, 'segments.not_found', 'segments.found_by_condition'],
    },
  }),
  ...comparingApi,
};

export const errors = defineErrors({
  'segments.not_found': 404,
  'segments.no_such_norm': 404,
  'segments.name_taken': 409,
  'segments.changed_meanwhile': 409,
  'segments.no_condition': 422,
  'segments.asks_itself': 422,
  'segments.still_asked': 409,
  'segments.kept_by_hand': 409,
  'segments.found_by_condition': 409,
  'segments.count_too_long': 422,
  'segments.compare_too_long': 422,
  'segments.field_not_understood': 422,
  'segments.field_not_understood_like': 422,
  'segments.window_not_understood': 422,
  'segments.question_not_understood': 422,
  'segments.value_not_understood': 422,
  'segments.words_left_over': 422,
  'segments.bracket_open': 422,
  'segments.phrase_too_deep': 422,
});
