import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { playbooksApi } from '../api/playbooks.ts';
import { findClient } from '../reach.ts';
import type { SheetLine } from '../slots.ts';
import type { PlaybookStep } from './steps.ts';

type Listed = z.input<(typeof playbooksApi)['GET /api/vip/{id}/playbooks']['output']>;
type Shown = Listed['runs'][number];
type Row = Omit<Shown, 'step' | 'deeds'> & {
  step: number | null;
  steps: PlaybookStep[];
  deeds: { step: number; answer: number; note: string }[];
};

/** Walks of one client, the open ones first. */
export async function listRuns(ctx: Ctx, { id }: { id: number }): Promise<Result<Listed>> {
  const found = await findClient(ctx, id);
  if (!found.ok) return found;
  // subscribers_root (root_id), vip_playbook_versions_pkey, vip_playbook_deeds_pkey
  const { rows } = await sql<Row>`
    select w.id, w.version, jsonb_build_object('id', p.id, 'name', p.name) as playbook,
           w.playbook_version, w.step, n.steps, w.due_on,
           w.due_on is not null and w.due_on < ${today(ctx)}::date as is_late, w.started_at,
           w.outcome,
           (select coalesce(jsonb_agg(jsonb_build_object('step', d.step, 'answer', d.answer,
                                                         'note', d.note) order by d.step), '[]')
            from   vip_playbook_deeds d where d.run_id = w.id) as deeds
    from   subscribers m
    join   vip_playbook_runs w on w.subscriber_id = m.id
    join   vip_playbooks p on p.id = w.playbook_id
    join   vip_playbook_versions n on n.playbook_id = w.playbook_id
                                  and n.version = w.playbook_version
    where  m.root_id = ${found.value.id}
    order  by w.ended_at is not null, w.id desc limit 50`.execute(ctx.db);
  return ok({ runs: rows.map(shown) });
}

function shown({ step, steps, deeds, ...row }: Row): Shown {
  const at = step === null ? undefined : steps[step];
  return {
    ...row,
    step: at && step !== null ? { ...at, number: step } : null,
    deeds: deeds.map((deed) => ({
      title: steps[deed.step]?.title ?? '',
      answer: steps[deed.step]?.answers[deed.answer]?.label ?? '',
      note: deed.note,
    })),
  };
}

/** Steps of these clients that are due. */
export async function stepLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  // subscribers_root (root_id), vip_playbook_runs_one (subscriber_id, playbook_id)
  const { rows } = await sql<SheetLine>`
    select m.root_id as subscriber_id, 'step' as kind, 'step:' || w.id || ':' || w.step as key,
           w.due_on as "on", p.name || ': ' || (n.steps -> w.step::int ->> 'title') as words,
           '/vip/clients/' || m.root_id as path
    from   subscribers m
    join   vip_playbook_runs w on w.subscriber_id = m.id and w.ended_at is null
    join   vip_playbooks p on p.id = w.playbook_id
    join   vip_playbook_versions n on n.playbook_id = w.playbook_id
                                  and n.version = w.playbook_version
    where  m.root_id = any(${ids}::bigint[]) and w.due_on <= ${today(ctx)}::date
    order  by w.due_on, w.id`.execute(ctx.db);
  return rows;
}
