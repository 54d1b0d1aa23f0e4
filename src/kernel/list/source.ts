import { type RawBuilder, sql } from 'kysely';
import { compileCondition } from '../conditions/compile-condition.ts';
import { type Condition, testsOf } from '../conditions/condition.ts';
import type { Ctx } from '../context.ts';
import { visibleTo } from '../db/visible-to.ts';
import { fail, ok, type Result } from '../result.ts';
import { isUnderVeil } from '../veil.ts';
import type { ListPermission } from './entity.ts';
import { conditionScope, type OpenField, type OpenFields } from './open-fields.ts';
import type { SumWay } from './summed-field.ts';

/** What a list reads from and which rows of it: everything but columns, order and limit. */
export type Source = {
  /** `subscribers s left join …`, for the fields that are needed. */
  from: RawBuilder<unknown>;
  /** The same with words right after the table that narrow it: some pages, a join of some ids. */
  part: (narrowed: RawBuilder<unknown>) => RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  /** The same asked row by row, for the few of a sample. */
  whereEach: RawBuilder<unknown>;
  /** Whether the rows' own table answers by itself, without a look into others for each row. */
  isPlain: boolean;
  /** `s.id` */
  id: RawBuilder<unknown>;
};

/**
 * The rows that match a filter and that the reader may see, joined with what the filter and the
 * other fields used need.
 * @param more permissions that must reach the rows too: to export them, to change them
 * @returns `kernel.hidden_now` where the question is about what a veil hides of everybody
 */
export function sourceOf(
  ctx: Ctx,
  open: OpenFields,
  filter: Condition | undefined,
  used: readonly OpenField[],
  more: readonly ListPermission[] = [],
): Result<Source> {
  const compiled = compiledBy(ctx, open, filter, 'at-once');
  if (!compiled.ok) return compiled;
  const isSummed = asksSums(open, filter);
  const each = isSummed ? compiledBy(ctx, open, filter, 'each') : compiled;
  if (!each.ok) return each;
  const { table, alias, only, access, permission } = open.entity;
  const isVisible = [permission, ...more].map((one) => visibleTo(ctx, one, access));
  const compared = comparedFields(open, filter);
  const untold = leftOut(open, [...used, ...compared], isSummed);
  if (!untold.ok) return untold;
  const whereOf = (met: RawBuilder<boolean>) =>
    sql`${sql.raw(only ?? 'true')} and ${sql.join([...isVisible, sql`(${met})`, ...untold.value], sql` and `)}`;
  const joined = [...used, ...compared.filter(({ ofAny }) => !ofAny)];
  const joins = joinsOf(open, joined);
  return ok({
    from: sql`${sql.raw(`${table} ${alias}`)} ${joins}`,
    part: (narrowed) => sql`${sql.raw(`${table} ${alias}`)} ${narrowed} ${joins}`,
    where: whereOf(compiled.value),
    whereEach: whereOf(each.value),
    isPlain:
      !isSummed && !joined.some((field) => field.joins) && !compared.some(({ ofAny }) => ofAny),
    id: sql.raw(`${alias}.id`),
  });
}

function compiledBy(
  ctx: Ctx,
  open: OpenFields,
  filter: Condition | undefined,
  way: SumWay,
): Result<RawBuilder<boolean>> {
  return filter ? compileCondition(filter, conditionScope(ctx, open, way)) : ok(sql<boolean>`true`);
}

/** Whether a filter asks about what is counted or summed from other rows. */
function asksSums({ byKey }: OpenFields, filter: Condition | undefined): boolean {
  return filter !== undefined && testsOf(filter).some(({ field }) => !byKey.has(field));
}

/** The joins that some fields need, each once, in the order of their declaration. */
export function joinsOf(open: OpenFields, fields: readonly OpenField[]): RawBuilder<unknown> {
  const wanted = new Set(fields.flatMap((field) => field.joins ?? []));
  const joins = Object.entries(open.joins).filter(([name]) => wanted.has(name));
  const all = [sql.raw(open.entity.always ?? ''), ...joins.map(([, join]) => join)];
  return sql.join(all, sql.raw('\n'));
}

/**
 * Whom a veil hides, no filter or order by personal fields, or by sums of theirs, may tell apart:
 * they are left out.
 */
function leftOut(
  { entity: { veil }, veiled }: OpenFields,
  asked: readonly OpenField[],
  isSummed: boolean,
): Result<RawBuilder<boolean>[]> {
  if (!veil || !(isSummed || asked.some((field) => veil.isPersonal(field)))) return ok([]);
  if (veiled === 'all') return fail('kernel.hidden_now');
  return ok([sql`not ${isUnderVeil(veiled, sql.raw(veil.subscriberId))}`]);
}

/** Those with `ofAny` bring their own FROM and need no join. */
function comparedFields({ byKey }: OpenFields, filter: Condition | undefined): OpenField[] {
  return (filter ? testsOf(filter) : [])
    .map(({ field }) => byKey.get(field))
    .filter((field) => field !== undefined);
}
