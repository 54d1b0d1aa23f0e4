import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { refuseTemplate, type TemplateInput } from './create-template.ts';

/** One's own; a shared one also by whoever may share. */
export async function changeTemplate(
  ctx: Ctx,
  { id, ...input }: TemplateInput & { id: number },
): Promise<Result<Done>> {
  const found = await findOwn(ctx, id);
  if ('ok' in found) return found;
  const refused = refuseTemplate(ctx, input, input.isShared && !found.isShared);
  if (refused) return refused;
  await ctx.db
    .updateTable('templates')
    .set({ ...input, updatedAt: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'work.template_changed',
    subject: { kind: 'template', id },
    facts: { isShared: input.isShared },
  });
  return ok({});
}

export async function deleteTemplate(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const found = await findOwn(ctx, id);
  if ('ok' in found) return found;
  await ctx.db.deleteFrom('templates').where('id', '=', id).execute();
  await emit(ctx, { type: 'work.template_deleted', subject: { kind: 'template', id } });
  return ok({});
}

async function findOwn(ctx: Ctx, id: number): Promise<{ isShared: boolean } | Fail> {
  const mayShare = reachOf(ctx.actor, 'work.share_templates') !== null;
  const found = await ctx.db
    .selectFrom('templates')
    .select('isShared')
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('staffId', '=', staffIdOf(ctx.actor)),
        ...(mayShare ? [eb('isShared', '=', true)] : []),
      ]),
    )
    .forUpdate()
    .executeTakeFirst();
  return found ?? fail('work.template_not_found');
}
