import { z } from 'zod';
import { uses } from '../../catalog/api.ts';
import { fillings, stepKinds } from '../scripts/steps.ts';

const Key = z.string().regex(/^[a-z0-9_]{1,40}$/u);

const Option = z.object({
  label: z.string().trim().min(1).max(120),
  value: z.union([z.number().min(0).max(1e9), z.enum(uses)]).nullable(),
  /** Where this answer leads; null: where the step does. */
  next: Key.nullable(),
});

/** A step of a script: something to say or to ask, or what the program does at that point. */
export const Step = z.object({
  key: Key,
  kind: z.enum(stepKinds),
  words: z.string().trim().min(1).max(1000),
  /** The step after; null at an end. */
  next: Key.nullable(),
  fills: z.enum(fillings).nullable(),
  options: z.array(Option).max(9),
});
