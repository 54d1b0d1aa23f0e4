import type { Ctx } from '../kernel/context.ts';
import { withLocalPath } from '../kernel/files/with-local-path.ts';
import type { Import } from './load-import.ts';
import { guessMapping } from './presets/guess-mapping.ts';
import type { Mapping } from './presets/mapping.ts';
import type { Preset } from './presets/preset.ts';
import type { ImportKey } from './presets/targets.ts';
import { fileSource } from './reading/file-source.ts';
import { readHead } from './reading/table.ts';

const ROWS_LOOKED_AT = 200;

/** What a preset makes of an import's columns; null when its file is gone. */
export async function guessByPreset(
  ctx: Ctx,
  imported: Import,
  preset: Preset,
): Promise<{ mapping: Mapping; key: ImportKey } | null> {
  return withLocalPath(ctx, imported.fileId, async (path) => {
    const head = await readHead(await fileSource(path), imported.format, ROWS_LOOKED_AT);
    const cells = head.rows.filter((row) => !row.error).map((row) => row.cells);
    const { columns, key } = guessMapping(imported.kind, imported.columns, cells, preset);
    return { mapping: columns, key };
  });
}
