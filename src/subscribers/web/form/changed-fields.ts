import type { RecordValues } from './record-values.ts';
import { changedAttributes } from './changed-attributes.ts';

type Input = Readonly<Record<string, unknown>> & { attributes: object };

/**
 * Of what a form would send, only what somebody changed in it: whatever a colleague changed
 * meanwhile is not written over by values that merely stood there.
 * @param began the same input as it was when editing began
 */
export function changedFields<T extends Input>(began: T, now: T): Partial<T> {
  const isChanged = ([key, value]: [string, unknown]): boolean =>
    key === 'attributes' ? Object.keys(now.attributes).length > 0 : value !== began[key];
  return Object.fromEntries(Object.entries(now).filter(isChanged)) as Partial<T>;
}

/** One's own changes upon what a colleague saved meanwhile: untouched fields become theirs. */
export function carriedOver(
  began: RecordValues,
  mine: RecordValues,
  theirs: RecordValues,
): RecordValues {
  const own = Object.entries(mine).filter(
    ([key, value]) => key !== 'attributes' && value !== began[key as keyof RecordValues],
  );
  const attributes = {
    ...theirs.attributes,
    ...changedAttributes(began.attributes, mine.attributes),
  };
  return { ...theirs, ...Object.fromEntries(own), attributes };
}
