import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { unknownIn } from './placeholders.ts';
import { templateInForce } from './template-in-force.ts';

/** Puts another text in force; contracts made before keep theirs. */
export async function changeTemplate(
  ctx: Ctx,
  { version, body }: { version: number; body: string },
): Promise<Result<{ version: number }>> {
  const unknown = unknownIn(body);
  if (unknown.length > 0) {
    const code = 'sales.unknown_placeholder';
    return fail(code, { names: unknown.join(', ') }, { body: code });
  }
  const before = await templateInForce(ctx);
  if (before.id !== version) return fail('sales.template_changed');
  if (before.body === body) return ok({ version });
  const { id } = await ctx.db
    .insertInto('contractTemplates')
    .values({ body, madeAt: ctx.clock.now(), madeBy: staffIdOf(ctx.actor) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const subject = { kind: 'contract_template', id };
  await emit(ctx, { type: 'sales.contract_template_changed', subject, facts: { former: version } });
  return ok({ version: id });
}
