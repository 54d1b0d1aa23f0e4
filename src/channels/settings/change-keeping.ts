import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** For how many days what was refused is kept; null: for good. */
export type Keeping = { refusedKeptDays: number | null; version: number };

export async function loadKeeping(ctx: Ctx): Promise<Keeping> {
  return ctx.db
    .selectFrom('incomingSettings')
    .select(['refusedKeptDays', 'version'])
    .executeTakeFirstOrThrow();
}

/** Sets a term after which what was refused is deleted, or lifts it. */
export async function changeKeeping(ctx: Ctx, given: Keeping): Promise<Result<Keeping>> {
  const { rows } = await sql<{ version: number }>`
    update incoming_settings
    set    refused_kept_days = ${given.refusedKeptDays}::integer, version = version + 1
    where  version = ${given.version}
    returning version`.execute(ctx.db);
  const [changed] = rows;
  if (!changed) return fail('channels.changed_meanwhile');
  const { refusedKeptDays } = given;
  const subject = { kind: 'incoming_settings', id: 0 };
  await emit(ctx, { type: 'channels.keeping_changed', subject, facts: { refusedKeptDays } });
  return ok({ refusedKeptDays, version: changed.version });
}
