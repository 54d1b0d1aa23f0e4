import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { programmeApi } from '../api/programme.ts';

type Input = z.output<(typeof programmeApi)['PUT /api/loyalty/programme']['input']>;

export async function changeProgramme(
  ctx: Ctx,
  { version, ...settings }: Input,
): Promise<Result<{ version: number }>> {
  const next = version + 1;
  const changed = await ctx.db
    .updateTable('loyaltySettings')
    .set({ ...settings, version: next })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) return fail('loyalty.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'loyalty.programme_changed', subject, facts: settings });
  return ok({ version: next });
}
