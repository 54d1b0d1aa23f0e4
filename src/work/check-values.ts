import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { type Fail, fail } from '../kernel/result.ts';
import type { AttributeType } from './ensure-attributes.ts';

type Definition = { key: string; label: string; type: AttributeType; choices: string[] };

/**
 * Whether attribute values fit their definitions: a number is a number, a day a day, a choice one
 * of those offered. Null takes a value away and always fits; a key that nobody has defined is kept
 * as it comes.
 * @returns `work.value_misfit` with the field `attributes.KEY` at fault, or null
 */
export async function checkValues(
  ctx: Ctx,
  entity: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Fail | null> {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  if (given.length === 0) return null;
  // attribute_definitions_entity_key_key
  const { rows } = await sql<Definition>`
    select key, label, type, choices from attribute_definitions
    where  entity = ${entity} and key = any(${given.map(([key]) => key)}::text[])`.execute(ctx.db);
  const misfit = rows.find((one) => !fits(one, values[one.key]));
  if (!misfit) return null;
  const code = 'work.value_misfit';
  return fail(code, { label: misfit.label }, { [`attributes.${misfit.key}`]: code });
}

function fits({ type, choices }: Definition, value: unknown): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return typeof value === 'string' && choices.includes(value);
    case 'text':
      return typeof value === 'string';
  }
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
