import type { Ctx } from '../kernel/context.ts';
import { withLocalPath } from '../kernel/files/with-local-path.ts';
import type { Import } from './load-import.ts';
import { fileSource } from './reading/file-source.ts';
import { readHead } from './reading/table.ts';

/** Where the rows of an import's file begin, as its table keeps it. */
export async function startOf(
  ctx: Ctx,
  imported: Import,
): Promise<{ readOffset: number; readRow: number }> {
  const head = await withLocalPath(ctx, imported.fileId, async (path) =>
    readHead(await fileSource(path), imported.format, 1),
  );
  return { readOffset: head?.start.offset ?? 0, readRow: head?.start.rowNumber ?? 1 };
}
