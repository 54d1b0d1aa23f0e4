import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import type { DealState } from './states.ts';

/** A stay in a stage, by its place in the pipeline. */
export type StayLoad = { stageAt: number; enteredAt: Date; leftAt: Date | null };

type Loaded = {
  id: number;
  state: DealState;
  stageAt: number;
  enteredStageAt: Date;
  closedAt: Date | null;
  stays?: readonly StayLoad[];
};

const columns = ['deal_id', 'stage_id', 'entered_at', 'left_at', 'left_for', 'to_stage_id'];

/** Writes how long deals stood in each stage; of those that do not tell, the last stay alone. */
export async function loadStays(
  ctx: BulkCtx,
  deals: readonly Loaded[],
  stageIds: readonly number[],
): Promise<void> {
  const idAt = (at: number): number => stageIds[Math.min(at, stageIds.length - 1)] ?? 0;
  await copyRows(
    ctx.client,
    'deal_stays',
    columns,
    deals.flatMap(({ id, state, stageAt, enteredStageAt, closedAt, stays }) => {
      const last = { stageAt, enteredAt: enteredStageAt, leftAt: closedAt };
      const all = stays ?? [last];
      return all.map((stay, place) => {
        const next = all[place + 1];
        const leftFor = next ? 'stage' : state === 'open' ? null : state;
        const at = [id, idAt(stay.stageAt), stay.enteredAt, stay.leftAt];
        return [...at, leftFor, next ? idAt(next.stageAt) : null];
      });
    }),
  );
}
