import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { playbooksApi } from '../api/playbooks.ts';
import { nameTaken } from '../name-taken.ts';
import { keepVersion } from './add-playbook.ts';
import { refuseSteps } from './steps.ts';

type Input = z.output<(typeof playbooksApi)['PUT /api/vip-playbooks/{id}']['input']>;

/** Makes a new version of a scenario; walks that have begun go on in theirs. */
export async function changePlaybook(
  ctx: Ctx,
  { id, version, steps, isArchived, ...fields }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const refused = refuseSteps(steps);
  if (refused) return refused;
  // vip_playbooks_pkey
  const { rows } = await sql<{ version: number; isOthers: boolean }>`
    select version, exists (select from vip_playbooks o
                            where  o.name = ${fields.name} and o.id <> p.id) as is_others
    from   vip_playbooks p where id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('vip.no_such_playbook');
  if (row.version !== version) return fail('vip.changed_meanwhile');
  if (row.isOthers) return nameTaken();
  const next = { id, version: version + 1 };
  await ctx.db
    .updateTable('vipPlaybooks')
    .set({
      ...fields,
      version: next.version,
      archivedAt: isArchived ? ctx.clock.now() : null,
    })
    .where('id', '=', id)
    .execute();
  await keepVersion(ctx, next, steps);
  const subject = { kind: 'vip_playbook', id };
  await emit(ctx, { type: 'vip.playbook_changed', subject, facts: { playbook: fields.name } });
  return ok(next);
}
