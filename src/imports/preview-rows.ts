import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { withLocalPath } from '../kernel/files/with-local-path.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { api } from './api.ts';
import { loadImport } from './load-import.ts';
import { fileSource } from './reading/file-source.ts';
import { readHead } from './reading/table.ts';
import { workOf } from './kinds.ts';
import { recordContext } from './steps/record-context.ts';

type Output = z.input<(typeof api)['GET /api/imports/{id}/preview']['output']>;

const ROWS_SHOWN = 20;

/** The first rows of the file, and what each would become by the mapping as it stands. */
export async function previewRows(ctx: Ctx, { id }: { id: number }): Promise<Result<Output>> {
  const imported = await loadImport(ctx, id);
  if (!imported) return fail('imports.not_found');
  const rows = await withLocalPath(ctx, imported.fileId, async (path) => {
    const source = await fileSource(path);
    const context = await recordContext(ctx, imported, source);
    const head = await readHead(source, imported.format, ROWS_SHOWN);
    return head.rows.map((row) => workOf[imported.kind].previewRow(row, context, ctx.language));
  });
  return rows ? ok({ rows }) : fail('imports.file_gone');
}
