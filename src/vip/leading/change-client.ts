import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { programmeApi } from '../api/programme.ts';
import { holdClient } from '../reach.ts';
import { noteActing } from './give-leaders.ts';

type Input = z.output<(typeof programmeApi)['PUT /api/vip/{id}']['input']>;

/** Says who leads a client, and what kind of person they are. */
export async function changeClient(
  ctx: Ctx,
  { id: givenId, version, personalManagerId, temper }: Input,
): Promise<Result<{ version: number }>> {
  const held = await holdClient(ctx, givenId);
  if (!held.ok) return held;
  const { id, personalManagerId: former } = held.value;
  if (personalManagerId !== null && personalManagerId !== former) {
    const leads = await ctx.db
      .selectFrom('vipManagers')
      .select('staffId')
      .where('staffId', '=', personalManagerId)
      .where('isOn', '=', true)
      .executeTakeFirst();
    if (!leads) {
      const code = 'vip.no_such_personal_manager';
      return fail(code, {}, { personalManagerId: code });
    }
  }
  const stored = await ctx.db
    .updateTable('vipClients')
    .set({
      personalManagerId,
      temper,
      version: version + 1,
      ...(former === null || former === personalManagerId
        ? {}
        : { ledBefore: sql`array_remove(led_before, ${former}::bigint) || ${former}::bigint` }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!stored) return fail('vip.changed_meanwhile');
  await noteActing(ctx);
  const of = { subject: { kind: 'vip_client', id }, subscriberId: id };
  const type = personalManagerId === former ? 'vip.client_described' : 'vip.client_given';
  await emit(ctx, { ...of, type, facts: { staffId: personalManagerId } });
  return ok(stored);
}
