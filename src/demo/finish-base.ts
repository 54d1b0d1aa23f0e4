import type { Ctx } from '../kernel/context.ts';
import { settleSearch } from '../kernel/search/load-entries.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { writeLoyalty } from './write-loyalty.ts';

/** What is made once all are there: a programme that looks at everybody, and the search. */
export async function finishBase(ctx: Ctx, plan: DemoPlan): Promise<void> {
  await writeLoyalty(ctx, plan);
  await settleSearch(ctx);
}
