import type { Field } from '../../../ui/table/contract.ts';
import type { AttributeValue } from '../attributes/attribute-input.tsx';
import type { BulkList } from './client.ts';

const prefix = 'attributes.';

/** What of the list's fields may be set for many at once. */
export const isChangeable = ({ fields }: BulkList, { key }: Field): boolean =>
  fields.includes(key) || key.startsWith(prefix);

/** Some are never nothing; anything else may be. */
export const isEmptiable = ({ required }: BulkList, { key }: Field): boolean =>
  !required.includes(key);

/** The field's new value as the route takes it: people, teams and categories by number. */
export function fieldsOf({ key }: Field, value: AttributeValue): Record<string, unknown> {
  if (key.startsWith(prefix)) return { attributes: { [key.slice(prefix.length)]: value } };
  return { [key]: key.endsWith('Id') && value !== null ? Number(value) : value };
}
