import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Choice, ListField } from '../../kernel/list/field.ts';

/**
 * The labels of a list's rows: the column shows all, a condition asks for any, and groups go by the
 * first by name. Served by labelled_pkey, and by labelled_label where few rows bear one.
 * @param id SQL of the row's id, such as `t.id`
 */
export function labelField(entity: string, id: string): ListField {
  const borne = `labelled ld join labels lo on lo.id = ld.label_id
    join labels lb on lb.id = coalesce(lo.merged_into_id, lo.id)
    where ld.entity = '${entity}' and ld.entity_id = ${id}`;
  return {
    key: 'labels',
    type: 'choice',
    sqlType: 'bigint',
    value: `(select lb.id from ${borne} order by lb.name_key limit 1)`,
    shown: `(select jsonb_agg(distinct lb.id::text) from ${borne})`,
    ofAny: { from: borne, value: 'lb.id' },
    choices: listChoices,
    isSortable: false,
  };
}

/** By name, those in use first; a merged one is shown as what it became. */
async function listChoices(ctx: Ctx): Promise<Choice[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from labels where merged_into_id is null
    order  by archived_at is not null, name_key, id`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}
