import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { ListExtension } from '../kernel/list/entity.ts';
import type { Choice, ListField } from '../kernel/list/field.ts';

/** A kept list holds whom it was made of, who may be merged into another since. */
const memberOf = (root: string): string => `segment_members k
  join subscribers m on m.id = k.subscriber_id
  where m.root_id = ${root} and k.until_at is null`;

const segmentField = (root: string): ListField => ({
  key: 'segment',
  type: 'choice',
  sqlType: 'bigint',
  value: `(select k.segment_id from ${memberOf(root)} order by k.since_at, k.id limit 1)`,
  shown: `(select jsonb_agg(distinct k.segment_id::text) from ${memberOf(root)})`,
  ofAny: { from: memberOf(root), value: 'k.segment_id' },
  choices: segmentChoices,
  isSortable: false,
  isGroupable: false,
});

/** Whose subscriber stands in which segments: for lists, conditions and the rules of tickets. */
export const segmentColumns: readonly ListExtension[] = [
  { entity: 'subscribers', fields: [segmentField('s.id')] },
  { entity: 'tickets', fields: [segmentField(rootOf('t'))] },
  { entity: 'deals', fields: [segmentField(rootOf('d'))] },
];

function rootOf(alias: string): string {
  return `(select o.root_id from subscribers o where o.id = ${alias}.subscriber_id)`;
}

async function segmentChoices(ctx: Ctx): Promise<Choice[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from segments where archived_at is null
    order  by lower(name), id limit 1000`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}
