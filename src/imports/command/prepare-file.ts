import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { changeMapping } from '../change-mapping.ts';
import { type Import, loadImport } from '../load-import.ts';
import { type ImportKind, importKinds } from '../api/kinds.ts';
import { type ImportKey, keysOf } from '../presets/targets.ts';
import { uploadFile } from '../upload-file.ts';
import type { ErrorsPlace } from './tell-outcome.ts';

export type Bringing = {
  path: string;
  /** `subscribers` where it is left out. */
  kind?: string | undefined;
  preset?: string | undefined;
  key?: string | undefined;
  city?: string | undefined;
  isDryRun: boolean;
  errors: ErrorsPlace;
};

/** Stores a file and settles what its columns are and by what its rows find their subscribers. */
export async function prepareFile(ctx: Ctx, input: Bringing): Promise<Result<Import>> {
  const uploaded = await upload(ctx, input);
  return uploaded.ok ? settle(ctx, uploaded.value.id, input) : uploaded;
}

async function upload(
  ctx: Ctx,
  { path, preset, kind = 'subscribers' }: Bringing,
): Promise<Result<{ id: number }>> {
  if (!isKind(kind)) {
    return fail('imports.no_such_kind', { kind, kinds: importKinds.join(', ') });
  }
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) return fail('imports.no_such_file', { path });
  const stream = createReadStream(path);
  const contentType = 'application/octet-stream';
  return uploadFile(ctx, { kind, preset }, { fileName: basename(path), contentType, stream });
}

/** What the caller knows better than the guess. */
async function settle(ctx: Ctx, id: number, { key, city }: Bringing): Promise<Result<Import>> {
  const before = await loadImport(ctx, id);
  if (!before) return fail('imports.not_found');
  const keys = keysOf[before.kind];
  const isKey = (name: string): name is ImportKey => keys.some((known) => known === name);
  if (key !== undefined && !isKey(key)) {
    return fail('imports.no_such_key', { key, keys: keys.join(', ') });
  }
  if (key !== undefined || city !== undefined) {
    const settings = city === undefined ? undefined : { city };
    const changed = await inTransaction(ctx, (tx) => changeMapping(tx, { id, key, settings }));
    if (!changed.ok) return changed;
  }
  const imported = await loadImport(ctx, id);
  return imported ? ok(imported) : fail('imports.not_found');
}

const isKind = (name: string): name is ImportKind => importKinds.some((kind) => kind === name);
