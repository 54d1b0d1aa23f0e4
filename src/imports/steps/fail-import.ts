import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Failure } from '../../kernel/result.ts';
import type { Import } from '../load-import.ts';

/** Stops an import where it is; it remembers the step, which can be begun again. */
export async function failImport(ctx: Ctx, imported: Import, failure: Failure): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .updateTable('imports')
      .set({
        state: 'failed',
        failedIn: imported.state,
        failure: JSON.stringify({ code: failure.code, params: failure.params ?? {} }),
        attempts: 0,
        updatedAt: ctx.clock.now(),
      })
      .where('id', '=', imported.id)
      .execute();
    await emit(tx, {
      type: 'imports.failed',
      subject: { kind: 'import', id: imported.id },
      facts: { step: imported.state, code: failure.code },
    });
  });
}
