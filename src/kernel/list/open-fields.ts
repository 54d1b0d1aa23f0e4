import { type RawBuilder, sql } from 'kysely';
import type { FieldType } from '../conditions/condition.ts';
import type { ConditionField, ConditionScope, SqlType } from '../conditions/condition-field.ts';
import { type Ctx, reachOf } from '../context.ts';
import { textsIn } from '../i18n/texts.ts';
import { type Veiled, veiledNow } from '../veil.ts';
import { alphabetical } from './alphabetical.ts';
import { attributeField } from './attribute-field.ts';
import { customFields, type ListEntity, type ListExtension, listExtensions } from './entity.ts';
import type { Choice, ListField } from './field.ts';
import { findSummed, type Present, summedCondition, type SumWay } from './summed-field.ts';

/** A field with whatever this reader's question needs of it. */
export type OpenField = ListField & { sqlType: SqlType; domain: string };

/** The fields of a list that one reader may see, by key, with the joins that they ask for. */
export type OpenFields = {
  entity: ListEntity;
  byKey: ReadonlyMap<string, OpenField>;
  joins: Readonly<Record<string, RawBuilder<unknown>>>;
  /** Whose personal fields this reader must not see at this moment. */
  veiled: Veiled;
};

const sqlTypes: Record<FieldType, SqlType> = {
  text: 'text',
  choice: 'text',
  phone: 'text',
  number: 'numeric',
  money: 'bigint',
  id: 'bigint',
  date: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
};

/** The entity's own fields, those of later domains, and the custom attributes as of now. */
export async function openFields(ctx: Ctx, entity: ListEntity): Promise<OpenFields> {
  const extensions = listExtensions.fills.filter(({ piece }) => piece.entity === entity.entity);
  const declared = [
    ...entity.fields.map((field) => ({ field, domain: entity.domain })),
    ...extensions.flatMap(({ domain, piece }) => piece.fields.map((field) => ({ field, domain }))),
    ...(await attributeFields(ctx, entity)).map((field) => ({ field, domain: entity.domain })),
  ];
  const open = declared
    .filter(({ field }) => !field.permission || reachOf(ctx.actor, field.permission))
    .map(({ field, domain }) => ({
      ...field,
      domain,
      sqlType: field.sqlType ?? sqlTypes[field.type],
    }));
  return {
    entity,
    byKey: new Map(open.map((field) => [field.key, field])),
    joins: joinsFor(ctx, [entity, ...extensions.map(({ piece }) => piece)]),
    veiled: entity.veil ? await veiledNow(ctx) : new Set(),
  };
}

function joinsFor(ctx: Ctx, of: readonly Pick<ListExtension, 'joins'>[]): OpenFields['joins'] {
  const declared = of.flatMap(({ joins = {} }) => Object.entries(joins));
  return Object.fromEntries(
    declared.map(([name, join]) => [name, typeof join === 'string' ? sql.raw(join) : join(ctx)]),
  );
}

async function attributeFields(ctx: Ctx, { attributes }: ListEntity): Promise<ListField[]> {
  if (!attributes) return [];
  const read = customFields.fills.map(({ piece }) => piece(ctx, attributes.entity));
  const custom = (await Promise.all(read)).flat();
  return custom.map((one) => attributeField(one, attributes.column));
}

/** A field's name in the reader's language. */
export function labelOf(ctx: Ctx, field: OpenField): string {
  return field.label ?? textsIn(ctx.language).t(`${field.domain}:fields.${field.key}`);
}

/** The values that a field may have, named in the reader's language; none where it may have any. */
export async function choicesOf(ctx: Ctx, field: OpenField): Promise<Choice[] | undefined> {
  if (!field.choices) return undefined;
  if (typeof field.choices === 'function') return [...(await field.choices(ctx))];
  const texts = textsIn(ctx.language);
  return field.choices.map((value) => ({
    value,
    label: texts.t(`${field.domain}:choices.${field.key}.${value}`),
  }));
}

/** Sums, days and numbers have too many values to stand in groups. */
const groupedTypes: readonly FieldType[] = ['choice', 'boolean', 'text'];

export const isFilterable = ({ isFilterable: given }: OpenField): boolean => given ?? true;
export const isSortable = ({ isSortable: given }: OpenField): boolean => given ?? true;
export const isGroupable = ({ type, key, isGroupable: given }: OpenField): boolean =>
  given ?? (groupedTypes.includes(type) && (type !== 'text' || key.startsWith('attributes.')));

/**
 * SQL of what rows are put in order and in groups by. A field with an index is in the index's own
 * order, as its column or expression says.
 */
export const orderValue = ({ type, sqlType, value, index }: OpenField): string =>
  type === 'text' && sqlType === 'text' && !index ? alphabetical(value) : value;

/** When a question is asked: the operator's day. */
export function presentOf(ctx: Ctx): Present {
  const { timeZone } = ctx.operator;
  return {
    timeZone,
    today: new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ctx.clock.now()),
  };
}

/** What conditions may ask of these fields and of what is summed, and when "today" is. */
export function conditionScope(
  ctx: Ctx,
  { byKey, entity }: OpenFields,
  way: SumWay = 'at-once',
): ConditionScope {
  const present = presentOf(ctx);
  return {
    ...present,
    fieldOf: (key) => {
      const field = byKey.get(key);
      if (field) return isFilterable(field) ? conditionField(field) : undefined;
      const summed = findSummed(entity.entity, key);
      return summed && summedCondition(summed, `${entity.alias}.id`, present, way);
    },
  };
}

function conditionField({ type, sqlType, value, ofAny }: OpenField): ConditionField {
  if (!ofAny) return { type, sqlType, value: sql.raw(value) };
  return {
    type,
    sqlType,
    value: sql.raw(ofAny.value),
    ofAny: (test) => sql<boolean>`exists (select from ${sql.raw(ofAny.from)} and ${test})`,
  };
}
