import type { Ctx } from '../../kernel/context.ts';
import { workOf } from '../kinds.ts';
import type { Import } from '../load-import.ts';
import type { FileSource } from '../reading/file-source.ts';
import type { Position, SourceRow } from '../reading/source-row.ts';
import { readTable } from '../reading/table.ts';
import { understandRow } from '../record/understand-row.ts';
import { profilesOf, storedProfiles } from './profiles.ts';
import { saveProgress } from './progress.ts';
import { recordContext } from './record-context.ts';
import { writeStaged } from './write-staged.ts';

/**
 * Rows staged in one transaction: a killed step repeats no more than these, and no more than twice
 * as many are in memory at a time.
 */
const ROWS_AT_ONCE = 1_000;

/**
 * Reads the file from where it was left, understands its rows and puts them into import_rows. The
 * place to go on from is written in the transaction of the rows before it. While the database takes
 * one part, the next is being read.
 */
export async function stage(ctx: Ctx, imported: Import, source: FileSource): Promise<void> {
  const context = await recordContext(ctx, imported, source);
  const profiles = profilesOf(imported, context);
  const { readRow } = workOf[imported.kind];
  const from = { offset: imported.readOffset, rowNumber: imported.readRow };
  let current = imported;
  let writing: Promise<void> = Promise.resolve();
  for await (const rows of parts(source, imported, from)) {
    const understood = rows.map((row) => understandRow(readRow, row, context, profiles));
    const stored = storedProfiles(profiles);
    await writing;
    writing = writeStaged(ctx, current, rows, understood, stored).then(
      (next) => void (current = next),
    );
    // Handled when it is awaited; until then a rejection must not count as lost.
    writing.catch(() => undefined);
  }
  await writing;
  await saveProgress(ctx, current, { state: 'checking' });
}

async function* parts(
  source: FileSource,
  imported: Import,
  from: Position,
): AsyncGenerator<SourceRow[]> {
  let rows: SourceRow[] = [];
  for await (const batch of readTable(source, imported.format, imported.columns.length, from)) {
    for (const row of batch) {
      rows.push(row);
      if (rows.length < ROWS_AT_ONCE) continue;
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}
