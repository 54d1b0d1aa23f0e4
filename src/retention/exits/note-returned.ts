import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { lockCase } from '../cases/lock-case.ts';

type Input = { id: number; equipmentId: number; returnedOn: string | null };

/** Notes that equipment came back, also long after they left; or that it did not after all. */
export async function noteReturned(
  ctx: Ctx,
  { id, equipmentId, returnedOn }: Input,
): Promise<Result<Done>> {
  const locked = await lockCase(ctx, id);
  if (!locked.ok) return locked;
  if (returnedOn !== null && returnedOn > today(ctx)) {
    return fail('retention.returned_ahead', {}, { returnedOn: 'retention.returned_ahead' });
  }
  const noted = await ctx.db
    .updateTable('exitEquipment')
    .set({ returnedOn, returnedBy: returnedOn === null ? null : staffIdOf(ctx.actor) })
    .where('id', '=', equipmentId)
    .where('caseId', '=', id)
    .returning('name')
    .executeTakeFirst();
  if (!noted) return fail('retention.no_such_equipment');
  await emit(ctx, {
    type: 'retention.equipment_noted',
    subject: { kind: 'case', id },
    subscriberId: locked.value.subscriberId,
    facts: { number: id, equipment: noted.name, returnedOn },
  });
  return ok({});
}
