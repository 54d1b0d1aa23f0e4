import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { mysteryApi } from '../api/mystery.ts';
import { lockTask } from './lock-task.ts';

type Input = z.output<(typeof mysteryApi)['POST /api/quality-shopper-tasks/{id}/proofs']['input']>;

/** Keeps by what it is known what a shopper met. */
export async function addProof(
  ctx: Ctx,
  { id, words, link }: Input,
): Promise<Result<{ id: number }>> {
  const locked = await lockTask(ctx, id);
  if (!locked.ok) return locked;
  const made = await ctx.db
    .insertInto('qualityShopperProofs')
    .values({ taskId: id, words, link })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok(made);
}

/** Takes a proof back while its round is open. */
export async function removeProof(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ id: number }>> {
  // quality_shopper_proofs_pkey
  const { rows } = await sql<{ taskId: number }>`
    select task_id from quality_shopper_proofs where id = ${id}`.execute(ctx.db);
  const [proof] = rows;
  if (!proof) return fail('quality.no_such_evidence');
  const locked = await lockTask(ctx, proof.taskId);
  if (!locked.ok) return locked;
  const gone = await sql<{ id: number }>`
    delete from quality_shopper_proofs where id = ${id} returning id`.execute(ctx.db);
  return gone.rows[0] ? ok({ id }) : fail('quality.no_such_evidence');
}
