import type { InputOf } from '../../../ui/call.ts';
import type { Field } from '../../../ui/table/contract.ts';
import type { AttributeValue } from '../../../work/web/index.tsx';
import type { api } from '../../api.ts';

export type BulkFields = InputOf<typeof api, 'POST /api/subscribers/bulk-changes'>['fields'];

const prefix = 'attributes.';
const own = ['status', 'ownerStaffId', 'teamId'];

/** What of the list's fields may be set for many at once. */
export const isChangeable = ({ key }: Field): boolean =>
  own.includes(key) || key.startsWith(prefix);

/** Everybody has a state; anything else may be nothing. */
export const isEmptiable = ({ key }: Field): boolean => key !== 'status';

/** The field's new value as the route takes it: people and teams by number. */
export function fieldsOf({ key }: Field, value: AttributeValue): BulkFields {
  if (key.startsWith(prefix)) return { attributes: { [key.slice(prefix.length)]: value } };
  const isNumber = key !== 'status' && value !== null;
  return { [key]: isNumber ? Number(value) : value };
}
