import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { defineJob } from '../../kernel/jobs/jobs.ts';
import { changeNext } from './change-next.ts';
import { lockBulkChange } from './find-bulk-change.ts';
import { undoNext } from './undo-next.ts';

/**
 * Goes on with a change of many, or with taking one back, a thousand in each transaction: killed,
 * it begins where it was.
 */
export const goOn = defineJob({
  name: 'work.bulk_change',
  payload: z.object({ id: z.int() }),
  // A million at some thousands a second.
  expireSeconds: 3600,
  run: async (ctx, { id }) => {
    for (;;) {
      const isDone = await inTransaction(ctx, (tx) => next(tx, id));
      if (isDone) return;
    }
  },
});

async function next(ctx: Ctx, id: number): Promise<boolean> {
  const change = await lockBulkChange(ctx, id);
  const asAsker = { ...ctx, actor: change.actor };
  if (change.state === 'running') return changeNext(asAsker, change);
  return change.state === 'undoing' ? undoNext(asAsker, change) : true;
}
