import type { Ctx } from '../kernel/context.ts';
import { withLocalPath } from '../kernel/files/with-local-path.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { layoutOf } from './layout.ts';
import { loadImport } from './load-import.ts';
import { fileSource } from './reading/file-source.ts';
import type { FormatChoices } from './reading/table-format.ts';
import { dropStaged } from './drop-staged.ts';
import { storedLayout } from './upload-file.ts';

/** Reads the file anew as its owner says; what the columns become is guessed anew. */
export async function changeFormat(
  ctx: Ctx,
  { id, choices }: { id: number; choices: FormatChoices },
): Promise<Result<{ id: number }>> {
  const imported = await loadImport(ctx, id, true);
  if (!imported) return fail('imports.not_found');
  if (!['uploaded', 'checked'].includes(imported.state)) return fail('imports.wrong_state');
  const layout = await withLocalPath(ctx, imported.fileId, async (path) =>
    layoutOf(imported.kind, await fileSource(path), choices),
  );
  if (layout === null) return fail('imports.file_gone');
  if (!layout.ok) return layout;
  await dropStaged(ctx, id);
  await ctx.db
    .updateTable('imports')
    .set({ ...storedLayout(layout.value), state: 'uploaded', updatedAt: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
  return ok({ id });
}
