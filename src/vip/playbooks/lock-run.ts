import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { holdSubscriber } from '../../subscribers/index.ts';
import type { PlaybookOutcome } from '../kinds.ts';
import { reaches } from '../reach.ts';
import type { PlaybookStep } from './steps.ts';

export type At = { id: number; version: number };
export type StoredRun = At & {
  rootId: number;
  step: number;
  steps: PlaybookStep[];
  playbook: string;
};

/**
 * An open walk, locked for whoever reaches its client and has seen that version. An erasure waits,
 * and of an erased one nothing more is kept.
 */
export async function lockRun(ctx: Ctx, { id, version }: At): Promise<Result<StoredRun>> {
  // vip_playbook_runs_pkey. Whom it is about is held first, as an erasure begins with them.
  const { rows: whose } = await sql<{ subscriberId: number }>`
    select subscriber_id from vip_playbook_runs where id = ${id}`.execute(ctx.db);
  const [of] = whose;
  if (!of || !(await holdSubscriber(ctx, of.subscriberId))) return fail('vip.no_such_run');
  // vip_playbook_runs_pkey, vip_playbook_versions_pkey, subscribers_pkey, vip_clients_pkey
  const { rows } = await sql<Omit<StoredRun, 'step'> & { step: number | null }>`
    select w.id, w.version, s.root_id, w.step, n.steps, p.name as playbook
    from   vip_playbook_runs w
    join   vip_playbooks p on p.id = w.playbook_id
    join   vip_playbook_versions n on n.playbook_id = w.playbook_id
                                  and n.version = w.playbook_version
    join   subscribers s on s.id = w.subscriber_id
    join   vip_clients v on v.id = s.root_id
    where  w.id = ${id} and ${reaches(ctx, 'vip.work')}
    for    update of w`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('vip.no_such_run');
  if (row.version !== version) return fail('vip.changed_meanwhile');
  return row.step === null ? fail('vip.run_over') : ok({ ...row, step: row.step });
}

/** Ends a walk with what it came to. */
export async function close(
  ctx: Ctx,
  run: StoredRun,
  outcome: PlaybookOutcome,
): Promise<Result<At>> {
  const ended = { step: null, dueOn: null, outcome, endedAt: ctx.clock.now() };
  const version = run.version + 1;
  await ctx.db
    .updateTable('vipPlaybookRuns')
    .set({ ...ended, version })
    .where('id', '=', run.id)
    .execute();
  await emit(ctx, {
    type: 'vip.playbook_ended',
    subject: { kind: 'vip_client', id: run.rootId },
    subscriberId: run.rootId,
    facts: { playbook: run.playbook, outcome },
  });
  return ok({ id: run.id, version });
}
