import type { Ctx } from '../kernel/context.ts';
import { settleSearch } from '../kernel/search/load-entries.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { writeLoyalty } from './write-loyalty.ts';
import { writeQuality } from './write-quality.ts';
import { writeVip } from './write-vip.ts';

/** What is made once all are there: programmes that look at everybody, and the search. */
export async function finishBase(ctx: Ctx, plan: DemoPlan): Promise<void> {
  await writeLoyalty(ctx, plan);
  await writeVip(ctx, plan);
  await writeQuality(ctx, plan);
  await settleSearch(ctx);
}
