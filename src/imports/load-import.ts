import { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { importKinds } from './api/kinds.ts';
import {
  CellError,
  ImportCounts,
  ImportSettings,
  type ImportState,
  importStates,
} from './api/shapes.ts';
import { Mapping } from './presets/mapping.ts';
import { importKeys } from './presets/targets.ts';
import { TableFormat } from './reading/table-format.ts';

/** States in which a worker is at it. */
export const runningStates: readonly ImportState[] = ['staging', 'checking', 'applying', 'undoing'];

const Stored = z.object({
  id: z.number(),
  kind: z.enum(importKinds),
  fileId: z.number(),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.enum(importStates),
  failedIn: z.enum(importStates).nullable(),
  failure: CellError.nullable(),
  attempts: z.number(),
  preset: z.string(),
  key: z.enum(importKeys),
  format: TableFormat,
  sheets: z.array(z.string()),
  columns: z.array(z.string()),
  mapping: Mapping,
  settings: ImportSettings,
  readOffset: z.number(),
  readRow: z.number(),
  profiles: z.record(z.string(), z.unknown()),
  rowCount: z.number(),
  errorCount: z.number(),
  warningCount: z.number(),
  doneThrough: z.number(),
  counts: ImportCounts,
  createdBy: z.number().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  appliedAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
});

/** An import as its table holds it. */
export type Import = z.infer<typeof Stored>;

const columns = Object.keys(Stored.shape) as (keyof Import)[];

/** The import, or null; with `lock`, nobody else changes it until the transaction ends. */
export async function loadImport(ctx: Ctx, id: number, lock = false): Promise<Import | null> {
  const query = ctx.db.selectFrom('imports').select(columns).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? Stored.parse(row) : null;
}
