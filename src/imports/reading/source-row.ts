/** Why a row of a file could not be read; the words for each code stand in the domain's texts. */
export type RowError = { code: string; params: Record<string, string | number> };

/**
 * One row of a file as it stands there. `rowNumber` counts every record from 1, the header and
 * empty ones too, so that it is the number that a spreadsheet shows. `endsAt` is where the next row
 * begins: a byte offset in a text file, a row number in a workbook; reading can resume from it.
 * A row with an error still carries what could be read of it, to be handed back to its owner.
 */
export type SourceRow = {
  rowNumber: number;
  endsAt: number;
  cells: string[];
  error: RowError | null;
};

/** Where to start reading: the `endsAt` of the row before, and the number of the row there. */
export type Position = { offset: number; rowNumber: number };

/** The longest cell that is read, in characters; PostgreSQL and people need no longer ones. */
export const MAX_CELL_CHARS = 65_536;

/** More columns than any export has; keeps a wrong delimiter from making millions of cells. */
export const MAX_COLUMNS = 1_000;

/** The characters of a broken row that are kept to show it. */
const EXCERPT_CHARS = 1_000;

/** What is shown of a row that could not be cut into cells. */
export function excerpt(text: string): string[] {
  return [text.length > EXCERPT_CHARS ? `${text.slice(0, EXCERPT_CHARS)}…` : text];
}

export function rowError(code: string, params: RowError['params'] = {}): RowError {
  return { code: `imports.${code}`, params };
}
