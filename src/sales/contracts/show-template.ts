import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { contractsApi } from '../api/contracts.ts';
import { placeholders } from './placeholders.ts';

type Shown = z.input<(typeof contractsApi)['GET /api/contract-template']['output']>;

/** The text in force, and what it may name. */
export async function showTemplate(ctx: Ctx): Promise<Result<Shown>> {
  // contract_templates_pkey
  const { rows } = await sql<Omit<Shown, 'placeholders'>>`
    select t.id as version, t.body, t.made_at, s.name as made_by
    from   contract_templates t left join staff s on s.id = t.made_by
    order  by t.id desc limit 1`.execute(ctx.db);
  const [template] = rows;
  if (!template) throw new Error('an operator has a text of the contract from the first start on');
  return ok({ ...template, placeholders: [...placeholders] });
}
