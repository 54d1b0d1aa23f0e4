import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { ledgerChecks } from '../slots.ts';
import { checks } from './checks.ts';

/** Rows of one broken rule are told up to this number; all are counted. */
const TOLD = 20;

export type Verified = {
  rule: string;
  found: number;
  examples: Record<string, unknown>[];
};

/**
 * Recomputes the whole ledger in one snapshot and compares it with everything that is kept, also by
 * the domains that keep something beside it.
 * @returns a line for each rule, with where it does not hold
 */
export function verifyLedger(ctx: Ctx): Promise<Verified[]> {
  return inTransaction(ctx, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx.db);
    await sql`set local statement_timeout = 0`.execute(tx.db);
    const verified: Verified[] = [];
    const all = [checks, ...ledgerChecks.fills.map(({ piece }) => piece)];
    for (const [rule, query] of all.flatMap((some) => Object.entries(some))) {
      const { rows } = await sql<{ row: Record<string, unknown>; found: number }>`
        select to_jsonb(found) as row, count(*) over () as found
        from   (${sql.raw(query)}) found limit ${TOLD}`.execute(tx.db);
      verified.push({
        rule,
        found: rows[0]?.found ?? 0,
        examples: rows.map(({ row }) => row),
      });
    }
    return verified;
  });
}
