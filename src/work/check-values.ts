import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { type Fail, fail } from '../kernel/result.ts';
import type { AttributeType } from './ensure-attributes.ts';

type Definition = { key: string; label: string; type: AttributeType; choices: string[] };

/**
 * Whether attribute values fit their definitions: a number is a number, a day a day, a choice one
 * of those offered. Null takes a value away and always fits. A key that nobody has defined is
 * refused: its value would stand where no screen shows it.
 * @returns `work.value_misfit` or `work.attribute_undefined`, with the field `attributes.KEY` at
 *   fault, or null
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
  const undefinedKey = given
    .map(([key]) => key)
    .find((key) => !rows.some((one) => one.key === key));
  if (undefinedKey !== undefined) {
    const code = 'work.attribute_undefined';
    return fail(code, { key: undefinedKey }, { [`attributes.${undefinedKey}`]: code });
  }
  const misfit = rows.find((one) => !fits(one, values[one.key]));
  if (!misfit) return null;
  const code = 'work.value_misfit';
  return fail(code, { label: misfit.label }, { [`attributes.${misfit.key}`]: code });
}

function fits({ type, choices }: Definition, value: unknown): boolean {
  switch (type) {
    case 'number':
      // A longer whole number has lost its last digits on the way here.
      return typeof value === 'number' && (Number.isSafeInteger(value) || value % 1 !== 0);
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
