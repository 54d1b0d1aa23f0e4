import { type RawBuilder, sql, type SqlBool } from 'kysely';

/**
 * The labels of a row as JSON, `[{ id, name, color }]` by name; each as it is shown, so a merged
 * one as what it became.
 * @param entityId the row's id in the query, such as `sql.ref('c.id')`
 */
export const labelsOf = (entity: string, entityId: RawBuilder<unknown>) => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('id', lb.id, 'name', lb.name, 'color', lb.color)
                     order by lb.name_key)
    from (select distinct coalesce(lo.merged_into_id, lo.id) as id
          from   labelled ld join labels lo on lo.id = ld.label_id
          where  ld.entity = ${entity} and ld.entity_id = ${entityId}) borne
    join   labels lb on lb.id = borne.id), '[]')`;

/**
 * Whether a row bears a label, or one that was merged into it. Served by labelled_label where few
 * bear it, and by labelled_pkey where many do.
 */
export const bearsLabel = (
  entity: string,
  entityId: RawBuilder<unknown>,
  labelId: number,
): RawBuilder<SqlBool> => sql<SqlBool>`${entityId} in (
  select ld.entity_id from labelled ld
  where  ld.entity = ${entity}
  and    ld.label_id in (select id from labels where id = ${labelId} or merged_into_id = ${labelId}))`;
