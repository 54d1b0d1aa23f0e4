import { sql } from 'kysely';
import { longDay } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { print } from '../../kernel/pdf/print.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import type { ContractContent } from '../papers/contract-layout.ts';
import { paperWords } from '../papers/paper-words.ts';

export const contractLayout = new URL('../papers/contract-layout.ts', import.meta.url);

type Row = {
  number: string;
  datedOn: string;
  content: ContractContent | Record<string, never>;
  madeAt: Date;
};

/** The contract of a quote as a PDF, the same bytes at any time. */
export async function printContract(
  ctx: Ctx,
  { quoteId, dealId }: { quoteId: number; dealId: number },
): Promise<Result<Download>> {
  // contracts_pkey
  const { rows } = await sql<Row>`
    select number, dated_on, content, made_at from contracts
    where  quote_id = ${quoteId} and deal_id = ${dealId} and content <> '{}'`.execute(ctx.db);
  const [contract] = rows;
  if (!contract) return fail('sales.no_contract');
  const { number, datedOn, madeAt } = contract;
  const content = contract.content as ContractContent;
  const { language } = content.offered;
  const paper = { ...content, number, on: longDay(datedOn, language), madeAt };
  const printed = await print(contractLayout, paper);
  if (!printed) return fail('kernel.export_busy');
  return ok({ ...printed, fileName: `${paperWords[language].contract} ${number}.pdf` });
}
