import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ShownLabel } from './label.ts';

type Listed = ShownLabel & {
  isArchived: boolean;
  mergedInto: { id: number; name: string } | null;
};

/** All labels, those in use first, by name. */
export async function listLabels(ctx: Ctx): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select l.id, l.name, l.color, l.archived_at is not null as is_archived,
           case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name)
           end as merged_into
    from   labels l left join labels r on r.id = l.merged_into_id
    order  by l.merged_into_id is not null, l.archived_at is not null, l.name_key`.execute(ctx.db);
  return rows;
}
