import { z } from 'zod';
import type { Condition } from '../../kernel/conditions/condition.ts';
import { Id, Instant, Line } from '../../kernel/api/shapes.ts';

export const segmentKinds = ['dynamic', 'static'] as const;
export type SegmentKind = (typeof segmentKinds)[number];

/** A condition as it was taken; its shape is checked where it comes in. */
export const KnownCondition = z.custom<Condition>();

export const Version = z.coerce.number().int().positive();

/** What people say of a segment. */
export const SegmentBody = z.object({
  name: Line,
  note: z.string().trim().max(1000).default(''),
  isBadge: z.boolean().default(false),
  /** How often members of a dynamic one are found anew. */
  everyMinutes: z.int().min(5).max(10_080).default(60),
});

export const Segment = SegmentBody.extend({
  id: Id,
  version: Version,
  kind: z.enum(segmentKinds),
  condition: KnownCondition.nullable(),
  /** The condition as a sentence in the reader's language. */
  sentence: z.string(),
  size: z.int(),
  countedAt: Instant.nullable(),
  /** A dynamic one that was saved or changed and waits to be counted. */
  isCounting: z.boolean(),
  /** The code of why it could not be counted last. */
  failure: z.string().nullable(),
  isArchived: z.boolean(),
});
export type ShownSegment = z.input<typeof Segment>;
