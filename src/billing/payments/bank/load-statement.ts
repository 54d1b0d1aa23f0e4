import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Upload } from '../../../kernel/wiring.ts';
import type { bankApi } from '../../api/bank.ts';
import { keepStatement } from './keep-statement.ts';
import { learnOwnAccount } from './own-account.ts';
import { keepDoubt, receiveLine } from './receive-line.ts';
import { understandStatement } from './understand-statement.ts';

type Route = (typeof bankApi)['POST /api/payments/statements'];
type Input = z.output<Route['input']>;
type Tally = z.input<Route['output']>;

/**
 * Credits what a statement brings, each document in a transaction of its own, so that a statement
 * that broke off goes on where it stood when it is brought again. The file is kept as it came
 * before anything is credited. What nobody is known for waits unidentified; what looks as if it
 * came already is posted nowhere and put before a person. One statement is loaded at a time, so
 * that what came is known to the next. Fails with `billing.statement_busy`
 */
export function loadStatement(ctx: Ctx, input: Input, upload: Upload): Promise<Result<Tally>> {
  return inTransaction(ctx, async (guard) => {
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(
        current_schema || ' statements of banks', 0)) as is_ours`.execute(guard.db);
    // What is read of the file even then keeps the connection whole.
    if (rows[0]?.isOurs) return loadAlone(ctx, input, upload);
    upload.stream.resume();
    return fail('billing.statement_busy');
  });
}

async function loadAlone(
  ctx: Ctx,
  { sourceId, ...columns }: Input,
  upload: Upload,
): Promise<Result<Tally>> {
  const understood = await understandStatement(ctx, { sourceId, columns }, upload);
  if (!understood.ok) return understood;
  const { source, lines, bad, own } = understood.value;
  const statementId = await keepStatement(ctx, understood.value, upload.fileName);
  const tally: Tally = {
    credited: 0,
    held: 0,
    doubted: 0,
    repeats: 0,
    notIncoming: 0,
    bad: bad.length,
  };
  for (const line of lines) {
    if (line.state === 'not_incoming') tally.notIncoming += 1;
    else if (line.state === 'repeat') tally.repeats += 1;
    else if (line.state === 'doubted') {
      await keepDoubt(ctx, { statementId, source }, line);
      tally.doubted += 1;
    } else {
      const { isNew } = await inTransaction(ctx, (tx) =>
        receiveLine(tx, { statementId, source }, line),
      );
      if (!isNew) tally.repeats += 1;
      else if (line.recognised) tally.credited += 1;
      else tally.held += 1;
    }
  }
  await inTransaction(ctx, async (tx) => {
    await learnOwnAccount(tx, source, own);
    await emit(tx, {
      type: 'billing.statement_loaded',
      subject: { kind: 'payment_source', id: source.id },
      facts: { ...tally, statementId },
    });
  });
  return ok(tally);
}
