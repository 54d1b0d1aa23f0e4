import type { Ctx, Language } from '../kernel/context.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import type { ChunkDone } from './apply/apply-chunk.ts';
import type { ApplyPlan } from './apply/plan.ts';
import type { Import } from './load-import.ts';
import type { SourceRow } from './reading/source-row.ts';
import type { PreviewRow } from './record/preview-row.ts';
import type { RecordContext } from './record/reader.ts';
import type { RowReader } from './record/understand-row.ts';
import type { Checked } from './steps/check.ts';
import type { UndoDone } from './undo/take-back-changes.ts';

/** All in which an import of one kind differs from one of another, once its columns are known. */
export type Work = {
  readRow: RowReader;
  previewRow: (row: SourceRow, context: RecordContext, language: Language) => PreviewRow;
  /** Cells stay beside what was understood until it is applied, for the check may yet warn. */
  keepsCells: boolean;
  check: (ctx: Ctx, imported: Import) => Promise<Checked>;
  applyChunk: (ctx: BulkCtx, plan: ApplyPlan, limit: number) => Promise<ChunkDone>;
  /** Puts what a chunk has made into the search, while the next one is applied. */
  makeFindable: (ctx: Ctx, ids: readonly number[]) => Promise<void>;
  newestOf: (ctx: Ctx, importId: number, limit: number) => Promise<readonly number[]>;
  keepStatistics: (ctx: Ctx, created: number) => Promise<void>;
  afterAll: (ctx: Ctx) => Promise<unknown>;
  undoParts: readonly ((ctx: BulkCtx, imported: Import, limit: number) => Promise<UndoDone>)[];
  removeLeftovers: (ctx: BulkCtx, imported: Import) => Promise<void>;
};
