/** How many values show what a column holds. */
const SHOWN = 3;

/** Different values of a column from the first rows; empty ones say nothing. */
export function samplesOf(rows: readonly { cells: readonly string[] }[], at: number): string[] {
  const values = rows.map(({ cells }) => cells[at]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, SHOWN);
}
