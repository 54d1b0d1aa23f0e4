import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';

/**
 * A keyset page's cursor: the sorted values of its last row, opaque to whoever carries it.
 */
export function makeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** An instant as JavaScript or PostgreSQL writes it. */
export const CursorInstant = z
  .string()
  .regex(/^[1-9]\d{3}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:\d\d)?)$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));

/** Where most pages end: the instant that sorts, and the id. */
export const InstantPlace = z.tuple([CursorInstant, z.int()]);

/** The values of a cursor, or null when it is none that we made for such a page. */
export function readCursor<T>(cursor: string, shape: z.ZodType<T>): T | null {
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * Where a page goes on; null where it begins.
 * @returns `kernel.bad_cursor` for a cursor that we did not make
 */
export function placeAfter<T>(cursor: string | undefined, shape: z.ZodType<T>): Result<T | null> {
  if (!cursor) return ok(null);
  const place = readCursor(cursor, shape);
  return place === null ? fail('kernel.bad_cursor') : ok(place);
}
