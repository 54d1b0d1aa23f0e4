import type { Field } from '../../../ui/table/contract.ts';
import type { AttributeValue } from '../attributes/attribute-input.tsx';
import type { BulkList } from './client.ts';

const prefix = 'attributes.';

/** What of the list's fields may be set for many at once. */
export const isChangeable = ({ fields }: BulkList, { key }: Field): boolean =>
  fields.includes(key) || key.startsWith(prefix);

const labelChanges = ['addLabels', 'removeLabels'] as const;

/** What can be done with the labels of many, as if each were a field of one label. */
export const labelFields = (
  { hasLabels }: BulkList,
  fields: readonly Field[],
  name: (key: (typeof labelChanges)[number]) => string,
): Field[] => {
  const labels = hasLabels ? fields.find(({ key }) => key === 'labels') : undefined;
  return labels ? labelChanges.map((key) => ({ ...labels, key, label: name(key) })) : [];
};

const isLabelChange = (key: string): boolean => (labelChanges as readonly string[]).includes(key);

/** Some are never nothing; anything else may be. */
export const isEmptiable = ({ required }: BulkList, { key }: Field): boolean =>
  !required.includes(key) && !isLabelChange(key);

/** The field's new value as the route takes it: people, teams and categories by number. */
export function fieldsOf({ key }: Field, value: AttributeValue): Record<string, unknown> {
  if (key.startsWith(prefix)) return { attributes: { [key.slice(prefix.length)]: value } };
  if (isLabelChange(key)) return { [key]: [Number(value)] };
  return { [key]: key.endsWith('Id') && value !== null ? Number(value) : value };
}
