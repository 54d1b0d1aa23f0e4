import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { print } from '../../../kernel/pdf/print.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Download } from '../../../kernel/wiring.ts';
import type { papersApi } from '../../api/papers.ts';
import { findAccount } from '../../find-account.ts';
import { tellOfAccount } from '../../tell-of-account.ts';
import type { StoredPaper } from '../content.ts';
import { fileName } from './file-name.ts';
import { tableFile } from './table-file.ts';

type Input = z.output<(typeof papersApi)['GET /api/accounts/{id}/papers/{paperId}']['input']>;

const layout = new URL('../pdf/definition.ts', import.meta.url);

/** Hands out a paper as a file, and notes who took it. */
export async function downloadPaper(
  ctx: Ctx,
  { id, paperId, format }: Input,
): Promise<Result<Download>> {
  const found = await findAccount(ctx, id, 'billing.view');
  if (!found.ok) return found;
  const paper = await loadPaper(ctx, id, paperId);
  if (!paper) return fail('billing.no_such_paper');
  const made = format === 'pdf' ? await print(layout, paper) : tableFile(ctx, paper, format);
  if (!made) return fail('kernel.export_busy');
  const { kind, number } = paper;
  const facts = { paperId, kind, number, format };
  await inTransaction(ctx, (tx) =>
    tellOfAccount(tx, 'billing.paper_downloaded', found.value, facts),
  );
  return ok({ ...made, fileName: fileName(paper, format) });
}

async function loadPaper(ctx: Ctx, accountId: number, id: number): Promise<StoredPaper | null> {
  // papers_pkey
  const row = await ctx.db
    .selectFrom('papers')
    .select([
      'id',
      'kind',
      'number',
      'datedOn',
      'fromOn',
      'toOn',
      'currency',
      'amountMinor',
      'language',
      'seller',
      'payer',
      'content',
      'madeAt',
    ])
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return (row as StoredPaper | undefined) ?? null;
}
