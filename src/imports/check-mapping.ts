import { fail, type Fail } from '../kernel/result.ts';
import type { Import } from './load-import.ts';
import type { Mapping } from './presets/mapping.ts';
import { type ImportKey, isTargetOf, keyless, keysOf, repeatable } from './presets/targets.ts';

/**
 * Why a mapping cannot be: a column without its place or with one that such files do not have, two
 * in one place, or a key that no column holds.
 */
export function refuseMapping(imported: Import, mapping: Mapping, key: ImportKey): Fail | null {
  if (mapping.length !== imported.columns.length) {
    return fail('imports.mapping_length', { expected: imported.columns.length });
  }
  const foreign = mapping.find(({ target }) => !isTargetOf(imported.kind, target));
  if (foreign) return fail('imports.wrong_target', { target: foreign.target });
  if (!keysOf[imported.kind].includes(key)) return fail('imports.key_not_mapped', { key });
  const single = mapping.map((column) => column.target).filter((target) => !repeatable.has(target));
  const twice = single.find((target, at) => single.indexOf(target) !== at);
  if (twice) return fail('imports.target_twice', { target: twice });
  return isKeyMapped(mapping, key) ? null : fail('imports.key_not_mapped', { key });
}

/** A row can only be found by what it says, if not by where it stands or by all of it. */
export function isKeyMapped(mapping: Mapping, key: ImportKey): boolean {
  return keyless.has(key) || mapping.some((column) => column.target === key);
}
