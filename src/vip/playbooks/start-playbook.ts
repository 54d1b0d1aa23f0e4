import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit, type RecordedEvent } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { PlaybookStart } from '../kinds.ts';
import { holdClient } from '../reach.ts';
import type { PlaybookStep } from './steps.ts';

/** Begins a scenario for a client: one of a kind at a time. */
export async function startPlaybook(
  ctx: Ctx,
  { id, playbookId }: { id: number; playbookId: number },
): Promise<Result<{ id: number }>> {
  const held = await holdClient(ctx, id);
  if (!held.ok) return held;
  if (held.value.hasLeft) return fail('vip.has_left');
  // vip_playbooks_pkey
  const { rows } = await sql<Begun>`
    select p.id, p.name, p.version, v.steps
    from   vip_playbooks p
    join   vip_playbook_versions v on v.playbook_id = p.id and v.version = p.version
    where  p.id = ${playbookId} and p.archived_at is null for share of p`.execute(ctx.db);
  const [playbook] = rows;
  if (!playbook) return fail('vip.no_such_playbook');
  const runId = await begin(ctx, playbook, held.value.id);
  return runId === null ? fail('vip.already_begun') : ok({ id: runId });
}

type Begun = { id: number; name: string; version: number; steps: PlaybookStep[] };

async function begin(ctx: Ctx, playbook: Begun, subscriberId: number): Promise<number | null> {
  const made = await ctx.db
    .insertInto('vipPlaybookRuns')
    .values({
      playbookId: playbook.id,
      playbookVersion: playbook.version,
      subscriberId,
      step: 0,
      dueOn: daysAfter(today(ctx), playbook.steps[0]?.days ?? 0),
      startedBy: staffIdOf(ctx.actor),
      startedAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return null;
  await emit(ctx, {
    type: 'vip.playbook_begun',
    subject: { kind: 'vip_client', id: subscriberId },
    subscriberId,
    facts: { playbook: playbook.name },
  });
  return made.id;
}

/** Begins what begins by itself when that has happened to a client. */
export const beginOn =
  (startsOn: Exclude<PlaybookStart, 'hand'>) =>
  async (ctx: Ctx, { subscriberId }: RecordedEvent): Promise<void> => {
    if (subscriberId === null) return;
    // vip_clients_pkey, subscribers_pkey; an operator has some dozens of scenarios
    const { rows } = await sql<Begun & { clientId: number }>`
      select p.id, p.name, p.version, n.steps, c.id as client_id
      from   subscribers s
      join   vip_clients c on c.id = s.root_id and (c.state = 'member' or c.is_corporate)
      cross  join vip_playbooks p
      join   vip_playbook_versions n on n.playbook_id = p.id and n.version = p.version
      where  s.id = ${subscriberId} and p.starts_on = ${startsOn} and p.archived_at is null
      order  by p.id`.execute(ctx.db);
    for (const { clientId, ...playbook } of rows) await begin(ctx, playbook, clientId);
  };
