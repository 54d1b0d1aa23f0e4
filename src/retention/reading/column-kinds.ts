import { dayIn, isMissing, numberIn } from './cells.ts';

export type ColumnKind = 'number' | 'day' | 'words';

/** Of a column of numbers or days so many cells may be something else; they count as missing. */
const MOST_STRANGE = 0.005;

type Counts = { known: number; numbers: number; days: number };

/** Looks at all cells of a table and tells what each column holds. */
export function kindFinder(width: number): {
  look: (cells: readonly string[]) => void;
  kinds: () => ColumnKind[];
} {
  const counts = Array.from({ length: width }, (): Counts => ({ known: 0, numbers: 0, days: 0 }));
  return {
    look: (cells) => {
      for (const [at, own] of counts.entries()) {
        const cell = (cells[at] ?? '').trim();
        if (isMissing(cell)) continue;
        own.known += 1;
        if (!Number.isNaN(numberIn(cell))) own.numbers += 1;
        // Words that were no day for so long are not asked any more: it is the costliest question.
        else if (own.days * 10 >= own.known - 100 && !Number.isNaN(dayIn(cell))) own.days += 1;
      }
    },
    kinds: () => counts.map(kindOf),
  };
}

function kindOf({ known, numbers, days }: Counts): ColumnKind {
  const least = known * (1 - MOST_STRANGE);
  if (known > 0 && numbers >= least) return 'number';
  return known > 0 && days >= least ? 'day' : 'words';
}
