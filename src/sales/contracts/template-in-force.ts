import type { Ctx } from '../../kernel/context.ts';

export type Template = { id: number; body: string };

/** The text that contracts are made of now: the latest. */
export function templateInForce(ctx: Ctx): Promise<Template> {
  // contract_templates_pkey
  return ctx.db
    .selectFrom('contractTemplates')
    .select(['id', 'body'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}
