import { z } from 'zod';
import { makeCursor, readCursor } from '../../kernel/api/cursor.ts';
import type { Before } from '../slots.ts';

/**
 * The last row of a page: rows of all sources stand in one order by (at, source, id), newest first.
 */
export type TimelinePlace = { at: Date; source: string; id: number };

/** The years that a moment in the base may have; beyond them PostgreSQL and Date disagree. */
const FIRST_MS = Date.UTC(1000, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31);

const Values = z.tuple([z.int().min(FIRST_MS).max(LAST_MS), z.string().max(60), z.int()]);

export function cursorAt({ at, source, id }: TimelinePlace): string {
  return makeCursor([at.getTime(), source, id]);
}

/** @returns null for a text that is no cursor of ours */
export function placeOf(cursor: string): TimelinePlace | null {
  const values = readCursor(cursor, Values);
  if (!values) return null;
  const [at, source, id] = values;
  return { at: new Date(at), source, id };
}

/**
 * Where a source goes on after a place: of the same instant, sources named later in the alphabet
 * come earlier in the timeline, so what is left of that instant differs from source to source.
 */
export function beforeOf(source: string, place: TimelinePlace): Before {
  if (source === place.source) return { at: place.at, id: place.id };
  return { at: place.at, id: source < place.source ? Number.MAX_SAFE_INTEGER : 0 };
}

/** Newest first; of the same instant by source, then by id. */
export function compareRows(a: TimelinePlace, b: TimelinePlace): number {
  const byTime = b.at.getTime() - a.at.getTime();
  if (byTime !== 0) return byTime;
  if (a.source !== b.source) return a.source < b.source ? 1 : -1;
  return b.id - a.id;
}
