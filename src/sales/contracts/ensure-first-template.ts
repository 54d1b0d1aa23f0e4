import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { firstTemplate } from './first-template.ts';

/** Gives an operator who has no text of a contract one to begin with. */
export async function ensureFirstTemplate(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    await sql`
      insert into contract_templates (body, made_at)
      select ${firstTemplate(ctx.operator.language)}, ${ctx.clock.now()}
      where  not exists (select from contract_templates)`.execute(ctx.db);
  });
}
