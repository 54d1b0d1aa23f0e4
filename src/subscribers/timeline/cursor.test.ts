import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beforeOf, compareRows, cursorAt, placeOf, type TimelinePlace } from './cursor.ts';

const rows = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
    source: fc.constantFrom('journal', 'ledger', 'archive'),
    id: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: cursorAt, maxLength: 40 },
);

/** What a source answers: its rows strictly before the boundary by (at, id), newest first. */
function load(source: string, all: readonly TimelinePlace[], after: TimelinePlace | null) {
  const own = all.filter((row) => row.source === source);
  if (!after) return own;
  const { at, id } = beforeOf(source, after);
  return own.filter((row) => row.at < at || (row.at.getTime() === at.getTime() && row.id < id));
}

test('pages of several sources put together hold every row once and in order', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 5 }), (all, limit) => {
      const read: TimelinePlace[] = [];
      let after: TimelinePlace | null = null;
      for (;;) {
        const page: TimelinePlace[] = ['journal', 'ledger', 'archive']
          .flatMap((source) => load(source, all, after))
          .toSorted(compareRows)
          .slice(0, limit);
        const last = page.at(-1);
        if (!last) break;
        read.push(...page);
        after = placeOf(cursorAt(last));
      }
      expect(read).toEqual(all.toSorted(compareRows));
    }),
  );
});
