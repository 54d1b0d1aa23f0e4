import { sql } from 'kysely';
import { type Ctx, reachOf, staffIdOf } from '../kernel/context.ts';
import type { CustomField } from '../kernel/list/field.ts';

type State = Record<string, unknown>;

/** The asker's own views of a list, then those that others share. */
export async function listViews(ctx: Ctx, entity: string) {
  const staffId = staffIdOf(ctx.actor);
  const mayShare = reachOf(ctx.actor, 'work.share_views') !== null;
  // saved_views_entity
  const rows = await ctx.db
    .selectFrom('savedViews')
    .select(['id', 'entity', 'name', 'isShared', 'staffId', 'state'])
    .where('entity', '=', entity)
    .where((eb) => eb.or([eb('staffId', '=', staffId), eb('isShared', '=', true)]))
    .orderBy((eb) => eb('staffId', '=', staffId), 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ staffId: owner, ...view }) => ({
    ...view,
    state: view.state as State,
    isOwn: owner === staffId || (view.isShared && mayShare),
  }));
}

type Attribute = {
  id: number;
  key: string;
  label: string;
  type: 'text' | 'number' | 'date' | 'boolean' | 'choice';
  choices: string[];
  isFast: boolean;
  indexState: 'none' | 'building' | 'ready';
  isArchived: boolean;
};

/** Definitions of an entity, in the order of forms; archived ones last. */
export async function listAttributes(ctx: Ctx, entity: string): Promise<Attribute[]> {
  // attribute_definitions_entity_key_key
  const { rows } = await sql<Attribute>`
    select id, key, label, type, choices, is_fast, index_state,
           archived_at is not null as is_archived
    from   attribute_definitions
    where  entity = ${entity}
    order  by archived_at is not null, position, id`.execute(ctx.db);
  return rows;
}

/** Attributes as the columns of a list: those in use, fast once their index stands. */
export async function listCustomFields(ctx: Ctx, entity: string): Promise<CustomField[]> {
  const attributes = await listAttributes(ctx, entity);
  return attributes
    .filter(({ isArchived }) => !isArchived)
    .map(({ key, label, type, choices, indexState }) => ({
      key,
      label,
      type,
      choices: choices.map((value) => ({ value })),
      isFast: indexState === 'ready',
    }));
}
