import type { Ctx } from '../kernel/context.ts';
import { staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { eraseFile, storeFile } from '../kernel/files/files.ts';
import { withLocalPath } from '../kernel/files/with-local-path.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Upload } from '../kernel/wiring.ts';
import type { ImportKind } from './api/kinds.ts';
import { type Layout, layoutOf } from './layout.ts';
import { presetNamed } from './presets/index.ts';
import { fileSource } from './reading/file-source.ts';

/**
 * Stores a file and finds out how it is read, where it comes from and what its columns are. A file
 * that cannot be read is not kept.
 * @returns the new import's id
 */
export async function uploadFile(
  ctx: Ctx,
  { kind = 'subscribers', preset: name }: { kind?: ImportKind; preset?: string | undefined },
  upload: Upload,
): Promise<Result<{ id: number }>> {
  const preset = name === undefined ? undefined : presetNamed(kind, name);
  if (preset === null) {
    upload.stream.resume();
    return fail('imports.no_such_preset');
  }
  const { fileName, contentType, stream } = upload;
  const file = await storeFile(ctx, { name: fileName, contentType, stream });
  const layout = wasCut(stream)
    ? fail('imports.file_too_large')
    : await withLocalPath(ctx, file.id, async (path) =>
        layoutOf(kind, await fileSource(path), {}, preset),
      );
  if (!layout?.ok) {
    await eraseFile(ctx, file.id);
    return layout ?? fail('imports.file_gone');
  }
  const id = await inTransaction(ctx, (tx) => insertImport(tx, kind, file, layout.value));
  return ok({ id });
}

/** The door cuts a file off at its limit and marks the stream. */
const wasCut = (stream: Upload['stream']): boolean =>
  'truncated' in stream && stream.truncated === true;

async function insertImport(
  ctx: Ctx,
  kind: ImportKind,
  file: { id: number; name: string; sizeBytes: number },
  layout: Layout,
): Promise<number> {
  const now = ctx.clock.now();
  const { sha256 } = await ctx.db
    .selectFrom('files')
    .select('sha256')
    .where('id', '=', file.id)
    .executeTakeFirstOrThrow();
  const { id } = await ctx.db
    .insertInto('imports')
    .values({
      ...storedLayout(layout),
      kind,
      fileId: file.id,
      fileName: file.name.slice(0, 255),
      sizeBytes: file.sizeBytes,
      sha256,
      settings: JSON.stringify({ city: '' }),
      createdBy: staffIdOf(ctx.actor),
      createdAt: now,
      updatedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'imports.uploaded',
    subject: { kind: 'import', id },
    facts: {
      kind,
      sizeBytes: file.sizeBytes,
      preset: layout.preset,
      columns: layout.columns.length,
    },
  });
  return id;
}

/** A layout as the table keeps it; reading begins after the header. */
export function storedLayout(layout: Layout) {
  return {
    preset: layout.preset,
    key: layout.key,
    format: JSON.stringify(layout.format),
    sheets: JSON.stringify(layout.sheets),
    columns: JSON.stringify(layout.columns),
    mapping: JSON.stringify(layout.mapping),
    readOffset: layout.start.offset,
    readRow: layout.start.rowNumber,
  };
}
