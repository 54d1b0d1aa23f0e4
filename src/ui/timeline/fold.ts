/** Entries as they follow one another, or a run of everyday ones that is shown as one line. */
export type Stretch<Entry> = { folded: boolean; entries: Entry[] };

/** A run shorter than this takes no more room than the line that would stand for it. */
const LEAST_FOLDED = 3;

/**
 * Divides entries so that what happens every month does not hide what happened once: runs of
 * everyday entries stand apart, to be folded.
 */
export function foldEveryday<Entry>(
  entries: readonly Entry[],
  isEveryday: (entry: Entry) => boolean,
): Stretch<Entry>[] {
  const runs: Stretch<Entry>[] = [];
  for (const entry of entries) {
    const folded = isEveryday(entry);
    const last = runs.at(-1);
    if (last?.folded === folded) last.entries.push(entry);
    else runs.push({ folded, entries: [entry] });
  }
  const stretches: Stretch<Entry>[] = [];
  for (const run of runs) {
    const isShown = !run.folded || run.entries.length < LEAST_FOLDED;
    const last = stretches.at(-1);
    if (isShown && last && !last.folded) last.entries.push(...run.entries);
    else stretches.push({ folded: !isShown, entries: [...run.entries] });
  }
  return stretches;
}
