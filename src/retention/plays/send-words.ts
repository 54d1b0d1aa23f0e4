import { sql } from 'kysely';
import { waysTo, writeTo } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isAdvertising } from './kinds.ts';
import type { MadeTask } from './make-tasks.ts';
import type { Play } from './play-rows.ts';

/** What the words of a play may name. */
const playNames = ['name', 'operator'] as const;
const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** What of it is no name that is known. */
export const unknownNames = (words: string): string[] =>
  [...words.matchAll(placeholder)]
    .map(([, name = '']) => name)
    .filter((name) => !playNames.some((one) => one === name));

/**
 * Writes to those whom a play names, each by the first way that they agreed to; whom none leads to
 * is let go of. Leaves with the transaction.
 */
export async function sendWords(ctx: Ctx, play: Play, tasks: readonly MadeTask[]): Promise<void> {
  const names = await namesOf(
    ctx,
    tasks.map(({ subscriberId }) => subscriberId),
  );
  for (const { id, subscriberId } of tasks) {
    const values: Record<string, string> = {
      name: names.get(subscriberId) ?? '',
      operator: ctx.operator.name,
    };
    const text = play.words.replaceAll(placeholder, (_, name: string) => values[name] ?? '');
    const [way] = await waysTo(ctx, { subscriberId, isAdvertising: isAdvertising(play) });
    const sent = way
      ? await writeTo(ctx, way, { subject: play.name, text, isAutomatic: true })
      : null;
    await ctx.db
      .updateTable('playTasks')
      .set(
        sent?.ok
          ? { state: 'done', outcome: 'sent', resultId: sent.value.id, doneAt: ctx.clock.now() }
          : { state: 'dropped', costMinor: 0, doneAt: ctx.clock.now() },
      )
      .where('id', '=', id)
      .execute();
  }
}

async function namesOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  // subscribers_pkey
  const { rows } = await sql<{ id: number; name: string }>`
    select s.id, coalesce(nullif(r.first_name, ''), r.display_name) as name
    from   subscribers s join subscribers r on r.id = s.root_id
    where  s.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
