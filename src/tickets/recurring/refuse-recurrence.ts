import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { checkFields } from '../record/check-fields.ts';
import { blank, overlaid } from '../record/values.ts';
import { checkWatchers } from '../set-watchers.ts';
import type { RecurrenceBody } from './recurrence-rows.ts';

/** What is wrong with a recurring ticket as it is to be, its schedule apart. */
export async function refuseRecurrence(
  ctx: Ctx,
  { name, template }: RecurrenceBody,
  own: number | null,
): Promise<Fail | null> {
  const { rows } = await sql`
    select from ticket_recurrences
    where  name = ${name} and id is distinct from ${own}`.execute(ctx.db);
  const code = 'tickets.recurrence_taken';
  if (rows.length > 0) return fail(code, {}, { name: code });
  const { watcherIds = [], ...given } = template;
  return (
    (await checkFields(ctx, given, overlaid(blank, given))) ??
    (await checkWatchers(ctx, watcherIds))
  );
}
