import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { isUnderVeil, veiledNow } from '../../../kernel/veil.ts';
import type { Upload } from '../../../kernel/wiring.ts';
import type { bankApi } from '../../api/bank.ts';
import { holderJoins, reachesAccount } from '../../reach.ts';
import { suggestByName } from './suggest-by-name.ts';
import { understandStatement } from './understand-statement.ts';

type Route = (typeof bankApi)['POST /api/payments/statements/preview'];

/**
 * Shows what a statement would do, line by line; nothing is kept of the file. Whose a line is
 * stands there for accounts within reach; the money goes to the right one all the same. That
 * somebody looked is on record, as of a list.
 */
export async function previewStatement(
  ctx: Ctx,
  { sourceId, ...columns }: z.output<Route['input']>,
  upload: Upload,
): Promise<Result<z.input<Route['output']>>> {
  const understood = await understandStatement(ctx, { sourceId, columns }, upload);
  if (!understood.ok) return understood;
  const { source, lines, format, heading, bad, columns: read } = understood.value;
  const seen = await seenAmong(
    ctx,
    lines.flatMap(({ recognised }) => recognised?.accountId ?? []),
  );
  const suggested = await suggestByName(
    ctx,
    lines.filter(({ state }) => state === 'unknown').map(({ payer }) => payer),
    source.currency,
  );
  const shown = lines.map(({ recognised, ...line }) => ({
    ...line,
    recognised: recognised && seen.has(recognised.accountId) ? recognised : null,
    suggested: line.state === 'unknown' ? (suggested.get(line.payer) ?? null) : null,
  }));
  await noteLook(ctx, source.id, {
    lines: lines.length,
    named: shown.filter(({ recognised, suggested: who }) => recognised ?? who).length,
  });
  return ok({ format, heading, columns: read, bad, currency: source.currency, lines: shown });
}

/** Which of these accounts the actor may see whose they are. */
async function seenAmong(ctx: Ctx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const veiled = await veiledNow(ctx);
  // accounts_pkey, subscribers_pkey
  const { rows } = await sql<{ id: number }>`
    select a.id from accounts a ${holderJoins}
    where  a.id = any(${[...new Set(ids)]}::bigint[])
    and    ${reachesAccount(ctx, 'billing.bank')}
    and    not ${isUnderVeil(veiled, sql`r.id`)}`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}

const noteLook = (
  ctx: Ctx,
  id: number,
  facts: { lines: number; named: number },
): Promise<unknown> =>
  inTransaction(ctx, (tx) =>
    emit(tx, {
      type: 'billing.statement_previewed',
      subject: { kind: 'payment_source', id },
      facts,
    }),
  );
