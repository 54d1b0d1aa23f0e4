import type { SqlType } from '../conditions/condition-field.ts';
import { alphabetical } from './alphabetical.ts';
import type { CustomField, ListField } from './field.ts';

/**
 * SQL of a custom attribute's value. The index of a fast attribute must stand on exactly this
 * expression, so whoever builds it asks here. A number that is not one reads as empty, for a value
 * that an older definition let in must not break every list.
 * @param column the jsonb column, e.g. `attributes`, or `s.attributes` in a query
 * @param key a definition's key: letters, digits and underscores only
 */
export function attributeExpression(
  type: CustomField['type'],
  key: string,
  column = 'attributes',
): string {
  if (!/^[a-z][a-z0-9_]*$/.test(key)) throw new Error(`${key} is no key of an attribute`);
  const text = `(${column} ->> '${key}')`;
  if (type === 'text') return alphabetical(text);
  if (type !== 'number') return text;
  return `(case jsonb_typeof(${column} -> '${key}') when 'number' then ${text}::numeric end)`;
}

/** What an attribute is kept as: all but numbers are text, days in ISO form, which sorts right. */
const sqlTypes: Record<CustomField['type'], SqlType> = {
  text: 'text',
  choice: 'text',
  date: 'text',
  boolean: 'text',
  number: 'numeric',
};

/** A custom attribute as a column of the list. */
export function attributeField(custom: CustomField, column: string): ListField {
  const { key, label, type, choices, isFast } = custom;
  return {
    key: `attributes.${key}`,
    type,
    label,
    value: attributeExpression(type, key, column),
    sqlType: sqlTypes[type],
    ...(type === 'choice' ? { choices: () => Promise.resolve(choices) } : {}),
    ...(isFast ? { index: `attributes.${key}` } : {}),
  };
}
