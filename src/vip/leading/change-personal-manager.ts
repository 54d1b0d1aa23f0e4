import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { programmeApi } from '../api/programme.ts';
import { noteActing } from './give-leaders.ts';

type Input = z.output<(typeof programmeApi)['PUT /api/vip-managers/{staffId}']['input']>;

/** Makes somebody a personal manager, or changes what they lead and who stands in for them. */
export async function changePersonalManager(
  ctx: Ctx,
  { staffId, version, ...fields }: Input,
): Promise<Result<{ version: number }>> {
  const refused = await refuse(ctx, staffId, fields);
  if (refused) return refused;
  const stored =
    version === null
      ? await add(ctx, staffId, fields)
      : await change(ctx, staffId, version, fields);
  if (!stored) return fail('vip.changed_meanwhile');
  await noteActing(ctx);
  const subject = { kind: 'staff', id: staffId };
  await emit(ctx, { type: 'vip.personal_manager_changed', subject, facts: fields });
  return ok(stored);
}

type Fields = Omit<Input, 'staffId' | 'version'>;

async function add(ctx: Ctx, staffId: number, fields: Fields) {
  return ctx.db
    .insertInto('vipManagers')
    .values({ staffId, ...fields })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
}

async function change(ctx: Ctx, staffId: number, version: number, fields: Fields) {
  return ctx.db
    .updateTable('vipManagers')
    .set({ ...fields, version: version + 1 })
    .where('staffId', '=', staffId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
}

async function refuse(ctx: Ctx, staffId: number, fields: Fields): Promise<Fail | null> {
  const { deputyId, awayFrom, awayTo } = fields;
  if (deputyId === staffId) return fail('vip.own_deputy', {}, { deputyId: 'vip.own_deputy' });
  if ((awayFrom === null) !== (awayTo === null) || (awayFrom ?? '') > (awayTo ?? '')) {
    return fail('vip.wrong_period', {}, { awayTo: 'vip.wrong_period' });
  }
  const wanted = deputyId === null ? [staffId] : [staffId, deputyId];
  const known = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('id', 'in', wanted)
    .where('disabledAt', 'is', null)
    .execute();
  return known.length === wanted.length ? null : fail('vip.no_such_personal_manager');
}
