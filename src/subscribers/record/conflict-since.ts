import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Fail } from '../../kernel/result.ts';

type Change = { name: string | null; fields: string[] };

/** Why a change made on an older version is refused: who changed which fields since. */
export async function conflictSince(ctx: Ctx, id: number, version: number): Promise<Fail> {
  // events_timeline (subscriber_id, occurred_at desc, id desc)
  const { rows } = await sql<Change>`
    select s.name, array(select jsonb_array_elements_text(e.facts->'fields')) as fields
    from   events e
    left   join staff s on s.id = e.actor_staff_id
    where  e.subscriber_id = ${id} and e.subject_kind = 'subscriber' and e.subject_id = ${id}
    and    e.type in ('subscribers.changed', 'subscribers.merged', 'subscribers.unmerged')
    and    (e.facts->>'version')::integer > ${version}
    order  by e.occurred_at desc, e.id desc
    limit  100`.execute(ctx.db);
  const names = [...new Set(rows.map((row) => row.name ?? 'Bereg'))];
  const fields = [...new Set(rows.flatMap((row) => row.fields))];
  return fail(
    'subscribers.changed_meanwhile',
    { who: names.join(', ') || 'Bereg' },
    Object.fromEntries(fields.map((field) => [field, 'subscribers.field_changed_meanwhile'])),
  );
}
