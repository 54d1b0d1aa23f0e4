import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Installation } from '../runtime/installation.ts';
import { keyOfName } from './begun.ts';
import { eraseFile } from './files.ts';

const DAY_MS = 86_400_000;
const BATCH = 500;

/**
 * Every hour: of what was begun more than a day ago, bytes that no row names go,
 * and those whose row nothing refers to. Only keys that we began are ever looked at: a bucket may
 * hold what is others'.
 */
export async function sweepBegun(ctx: Ctx, signal?: AbortSignal): Promise<void> {
  const before = ctx.clock.now().getTime() - DAY_MS;
  const names = await readdir(ctx.files.begun);
  for (let at = 0; at < names.length; at += BATCH) {
    if (signal?.aborted) return;
    const due: string[] = [];
    for (const name of names.slice(at, at + BATCH)) {
      const found = await stat(join(ctx.files.begun, name)).catch(() => null);
      if (found && found.mtimeMs < before) due.push(name);
    }
    if (due.length > 0) await settle(ctx, due);
  }
}

/** At a start, for a process beside which no worker sweeps the same folder. */
export async function sweepBegunAtStart({
  operators,
  systemCtx,
  log,
}: Installation): Promise<void> {
  for (const operator of operators) {
    await sweepBegun(systemCtx(operator, 'files')).catch((error: unknown) => {
      log.warn({ err: error }, 'what was begun to be stored was not looked at');
    });
  }
}

async function settle(ctx: Ctx, names: readonly string[]): Promise<void> {
  const keys = names.map(keyOfName);
  const rows = await ctx.db
    .selectFrom('files')
    .select(['id', 'key'])
    .where('key', 'in', keys)
    .execute();
  const known = new Set(rows.map(({ key }) => key));
  for (const key of keys) if (!known.has(key)) await ctx.files.disk.delete(key);
  for (const id of await unreferred(ctx, rows)) await eraseFile(ctx, id);
  for (const name of names) await rm(join(ctx.files.begun, name), { force: true });
}

/** Those of the files that no row of any table refers to: whoever has one refers to it by a key. */
async function unreferred(ctx: Ctx, files: readonly { id: number }[]): Promise<number[]> {
  if (files.length === 0) return [];
  const { rows: keepers } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column
    from   pg_constraint k
    join   pg_class c on c.oid = k.conrelid
    join   pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where  k.contype = 'f' and k.confrelid = 'files'::regclass`.execute(ctx.db);
  if (keepers.length === 0) throw new Error('nothing refers to files, which cannot be');
  const isKept = keepers.map(
    ({ table, column }) =>
      sql`exists (select from ${sql.table(table)} k where k.${sql.ref(column)} = f.id)`,
  );
  const { rows } = await sql<{ id: number }>`
    select f.id from files f
    where  f.id = any(${files.map(({ id }) => id)}::bigint[]) and f.erased_at is null
    and    not (${sql.join(isKept, sql` or `)})`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
