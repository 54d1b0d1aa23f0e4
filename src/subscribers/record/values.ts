import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { SubscriberKind } from '../api/kinds.ts';
import type { SubscriberFields } from '../api/record.ts';
import { columnList, fields } from './columns.ts';

/**
 * The fields of a subscriber's own row that people write, as the routes take them. A new field is
 * begun in the schema: whatever is built of these then misses it by type.
 */
export type Values = Omit<z.output<typeof SubscriberFields>, 'attributes'> & {
  kind: SubscriberKind;
  /** As stored: a loaded base may have left what no form would take. */
  attributes: Record<string, unknown>;
};

/** Some of the fields; one that is undefined is not given. */
export type Given<T> = { [K in keyof T]?: T[K] | undefined };

/** The row's fields as they stand now. */
export async function loadValues(ctx: Ctx, id: number): Promise<Values> {
  const { rows } = await sql<Values>`
    select ${columnList(fields)} from subscribers where id = ${id}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error(`there is no subscriber ${id}`);
  return row;
}

/**
 * Writes fields into a row that the caller has locked, and counts its version on.
 * @returns the new version, or null when another subscriber has this external id
 */
export async function writeValues(
  ctx: Ctx,
  id: number,
  { attributes, ...rest }: Given<Values>,
): Promise<number | null> {
  try {
    const { version } = await ctx.db
      .updateTable('subscribers')
      .set({
        ...rest,
        ...(attributes && { attributes: JSON.stringify(attributes) }),
        version: sql`version + 1`,
        updatedAt: ctx.clock.now(),
      })
      .where('id', '=', id)
      .returning('version')
      .executeTakeFirstOrThrow();
    return version;
  } catch (error) {
    if (isTakenExternalId(error)) return null;
    throw error;
  }
}

/** Whether the unique index subscribers_external refused a row. */
function isTakenExternalId(error: unknown): boolean {
  return (
    error instanceof Error && 'constraint' in error && error.constraint === 'subscribers_external'
  );
}

/** Names of the fields that differ; attributes each by their own, as `attributes.key`. */
export function changedFields(before: Given<Values>, after: Given<Values>): string[] {
  const old = flatten(before);
  const next = flatten(after);
  const names = new Set([...Object.keys(old), ...Object.keys(next)]);
  return [...names].filter((name) => !isDeepStrictEqual(old[name] ?? null, next[name] ?? null));
}

/** Fields by name, an attribute as `attributes.key`. */
export function flatten({ attributes = {}, ...rest }: Given<Values>): Record<string, unknown> {
  const own = Object.entries(attributes).map(
    ([key, value]) => [`attributes.${key}`, value] as const,
  );
  return { ...rest, ...Object.fromEntries(own) };
}

/** Puts named values over a row's fields; an attribute that becomes null or undefined is gone. */
export function overlaid(values: Values, named: Readonly<Record<string, unknown>>): Values {
  const attributes = { ...values.attributes };
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(named)) {
    if (name.startsWith('attributes.'))
      attributes[name.slice('attributes.'.length)] = value ?? null;
    else changed[name] = value;
  }
  const kept = Object.entries(attributes).filter(([, value]) => value !== null);
  return { ...values, ...changed, attributes: Object.fromEntries(kept) };
}

/** The named ones of a row's values. */
export function pick(values: Given<Values>, names: readonly string[]): Record<string, unknown> {
  const flat = flatten(values);
  return Object.fromEntries(names.map((name) => [name, flat[name] ?? null]));
}
