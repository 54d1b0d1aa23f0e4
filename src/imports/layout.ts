import { fail, ok, type Result } from '../kernel/result.ts';
import type { ImportKind } from './api/kinds.ts';
import { guessMapping, isKnownColumnName } from './presets/guess-mapping.ts';
import type { Mapping } from './presets/mapping.ts';
import type { Preset } from './presets/preset.ts';
import type { ImportKey } from './presets/targets.ts';
import { BrokenFile } from './reading/broken-file.ts';
import type { FileSource } from './reading/file-source.ts';
import { MAX_COLUMNS, type Position } from './reading/source-row.ts';
import { detectFormat, readHead } from './reading/table.ts';
import type { FormatChoices, TableFormat } from './reading/table-format.ts';

/** How a file is read and what its columns become, as far as it can be guessed. */
export type Layout = {
  format: TableFormat;
  sheets: string[];
  columns: string[];
  start: Position;
  preset: string;
  key: ImportKey;
  mapping: Mapping;
};

/** So many rows are looked at to guess what the columns are. */
const ROWS_LOOKED_AT = 200;

/** Guesses the layout of a file; `choices` are what its owner knows better. */
export async function layoutOf(
  kind: ImportKind,
  source: FileSource,
  choices: FormatChoices,
  preset?: Preset,
): Promise<Result<Layout>> {
  try {
    return await guessLayout(kind, source, choices, preset);
  } catch (error) {
    if (error instanceof BrokenFile) return fail(error.code, error.params);
    throw error;
  }
}

async function guessLayout(
  kind: ImportKind,
  source: FileSource,
  choices: FormatChoices,
  preset: Preset | undefined,
): Promise<Result<Layout>> {
  const found = await detectFormat(source, choices, isKnownColumnName);
  if (!found.ok) return found;
  const { format, sheets } = found.value;
  const { columns, rows, start } = await readHead(source, format, ROWS_LOOKED_AT);
  if (columns.length === 0) return fail('imports.file_empty');
  if (columns.length > MAX_COLUMNS) return fail('imports.too_many_columns', { limit: MAX_COLUMNS });
  const cells = rows.filter((row) => !row.error).map((row) => row.cells);
  const guessed = guessMapping(kind, columns, cells, preset);
  return ok({
    format,
    sheets,
    columns,
    start,
    preset: guessed.preset,
    key: guessed.key,
    mapping: guessed.columns,
  });
}
