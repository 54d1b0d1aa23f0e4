import { type RawBuilder, sql } from 'kysely';
import type { SqlType } from '../conditions/condition-field.ts';
import type { Position } from './cursor.ts';

/** What rows are put in order by; every order ends with the id, so that no two rows are equal. */
export type Key = {
  value: RawBuilder<unknown>;
  sqlType: SqlType;
  isRequired: boolean;
  /** For a group: the same asked of any that a row has, by which an index may find its rows. */
  ofAny?: ((value: RawBuilder<unknown>) => RawBuilder<unknown>) | undefined;
};

export type Order = {
  sort: Key | null;
  direction: 'asc' | 'desc';
  id: RawBuilder<unknown>;
};

/** A part of the ordered list that one index scan can serve, and the order within it. */
export type Stretch = { where: RawBuilder<unknown>; orderBy: RawBuilder<unknown> };

/**
 * The list from a position on, as stretches to be read one after the other until the page is full.
 * Empty values stand last in both directions. Each stretch is a plain range of the index
 * `(value, id)`, read forward or backward; a single condition with OR would be none.
 */
export function stretchesOf(order: Order, from: Position | null): Stretch[] {
  const { sort, direction, id } = order;
  const way = sql.raw(direction);
  const beyond = sql.raw(direction === 'asc' ? '>' : '<');
  if (!sort) {
    const where = from ? sql`${id} ${beyond} ${from.id}::bigint` : sql`true`;
    return [{ where, orderBy: sql`${id} ${way}` }];
  }
  const { value } = sort;
  const orderBy = sql`${value} ${way}, ${id} ${way}`;
  const isInEmpties = from !== null && from.sort === null;
  const after = from
    ? sql`(${value}, ${id}) ${beyond} (${bound(from.sort, sort)}, ${from.id}::bigint)`
    : sort.isRequired
      ? sql`true`
      : sql`${value} is not null`;
  const afterEmpty = isInEmpties ? sql` and ${id} ${beyond} ${from.id}::bigint` : sql``;
  return [
    ...(isInEmpties ? [] : [{ where: after, orderBy }]),
    ...(sort.isRequired ? [] : [{ where: sql`${value} is null${afterEmpty}`, orderBy }]),
  ];
}

/** How rows stand in groups. */
export type Grouping = {
  key: Key;
  /** Values known beforehand, in the order of their groups; each is read by itself. */
  values: readonly string[];
  /** Whether they are the first of all that there are, by order, and not a set that was chosen. */
  areFirst: boolean;
};

/**
 * The grouped list from a position on: the rest of its group, the groups of the known values that
 * follow, then all other values, then those without one. So a group of a million rows is read
 * through an index of its own order, as if there were no other.
 */
export function stretchesOfGroups(
  grouping: Grouping,
  order: Order,
  from: Position | null,
): Stretch[] {
  const { key, values, areFirst } = grouping;
  const withoutValue = (start: Position | null): Stretch[] =>
    key.isRequired ? [] : inGroup(key, null, order, start);
  if (from && from.group === null) return withoutValue(from);
  const here = from ? inGroup(key, from.group, order, from) : [];
  const at = values.indexOf(from?.group ?? '');
  const isOther = from !== null && at < 0;
  const next = isOther ? [] : values.slice(at + 1).flatMap((one) => inGroup(key, one, order, null));
  const lastKnown = areFirst ? (values.at(-1) ?? null) : null;
  const others = otherGroups(key, order, {
    after: isOther ? from.group : lastKnown,
    except: areFirst ? [] : values,
  });
  return [...here, ...next, others, ...withoutValue(null)];
}

function inGroup(key: Key, group: string | null, order: Order, from: Position | null): Stretch[] {
  const isOfGroup = group === null ? sql`${key.value} is null` : isValue(key, bound(group, key));
  return stretchesOf(order, from).map(({ where, orderBy }) => ({
    where: sql`${isOfGroup} and ${where}`,
    orderBy,
  }));
}

function isValue({ value, ofAny }: Key, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return ofAny ? sql`${ofAny(wanted)} and ${value} = ${wanted}` : sql`${value} = ${wanted}`;
}

/**
 * Groups in one stretch, by value, and in each as ordered. No index serves the whole of it, so it
 * is for few rows, or for values that few rows have.
 */
function otherGroups(
  key: Key,
  { sort, direction, id }: Order,
  which: { after: string | null; except: readonly string[] },
): Stretch {
  const way = sql.raw(direction);
  const within = sort ? sql`${sort.value} ${way} nulls last, ${id} ${way}` : sql`${id} ${way}`;
  const isAfter =
    which.after === null
      ? sql`${key.value} is not null`
      : sql`${key.value} > ${bound(which.after, key)}`;
  const isOther =
    which.except.length === 0
      ? sql``
      : sql` and ${key.value} <> all(${[...which.except]}::${sql.raw(key.sqlType)}[])`;
  return { where: sql`${isAfter}${isOther}`, orderBy: sql`${key.value}, ${within}` };
}

function bound(text: string | null, { sqlType }: Key): RawBuilder<unknown> {
  return sql`${text}::${sql.raw(sqlType)}`;
}
