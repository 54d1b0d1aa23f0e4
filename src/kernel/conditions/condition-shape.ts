import { z } from 'zod';
import {
  type Condition,
  conditionLimits,
  depthOf,
  operations,
  type Test,
  testsOf,
} from './condition.ts';

const { listLength, textLength, tests, depth } = conditionLimits;

const One = z.union([z.string().max(textLength), z.number(), z.boolean()]);

const TestShape: z.ZodType<Test, Test> = z.strictObject({
  field: z.string().min(1).max(100),
  op: z.enum(operations),
  value: z.union([One, z.array(One).max(listLength)]).optional(),
});

const Nested: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Nested).max(tests) }),
    z.strictObject({ any: z.array(Nested).max(tests) }),
    z.strictObject({ not: Nested }),
    TestShape,
  ]),
);

/** A condition as it comes from outside: bounded in depth, number of questions and their values. */
export const ConditionShape: z.ZodType<Condition, Condition> = z
  .custom<Condition>((given) => nesting(given) <= depth * 2)
  .pipe(Nested)
  .refine((condition) => depthOf(condition) <= depth && testsOf(condition).length <= tests, {
    error: 'kernel.condition_too_large',
  });

/** How deep objects and arrays lie in each other; asked first, so that no depth costs a stack. */
function nesting(value: unknown): number {
  let level = [value];
  let deep = 0;
  while (level.length > 0 && deep <= depth * 2 + 1) {
    const inner = level.filter((one) => typeof one === 'object' && one !== null);
    level = inner.flatMap((one) => Object.values(one as Record<string, unknown>));
    deep += 1;
  }
  return deep - 1;
}
