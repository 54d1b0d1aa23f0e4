import { contactKinds } from '../../../subscribers/api/kinds.ts';
import type { ColumnMapping, Import } from '../client.ts';

/** Targets that any number of columns may have, as the server has them. */
const repeatable: ReadonlySet<ColumnMapping['target']> = new Set([
  'note',
  'description',
  ...contactKinds,
  'document',
  'address',
  'services',
  'service',
  'attribute',
  'ignore',
]);

/** Keys that no column holds. */
const keyless: ReadonlySet<Import['key']> = new Set([
  'rowNumber',
  'usageContents',
  'lineAtBuilding',
]);

export type MappingFault =
  | { kind: 'twice'; target: ColumnMapping['target'] }
  | { kind: 'noKey'; key: Import['key'] };

/**
 * Why a mapping cannot be saved yet, found while it is being put together, when it passes through
 * states that the server would refuse; null when it can.
 */
export function faultOf(
  mapping: readonly ColumnMapping[],
  key: Import['key'],
): MappingFault | null {
  const single = mapping.map(({ target }) => target).filter((target) => !repeatable.has(target));
  const twice = single.find((target, at) => single.indexOf(target) !== at);
  if (twice) return { kind: 'twice', target: twice };
  const isFound = keyless.has(key) || mapping.some(({ target }) => target === key);
  return isFound ? null : { kind: 'noKey', key };
}
