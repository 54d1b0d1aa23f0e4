import { headerKey } from './header-key.ts';
import type { ColumnMapping } from './mapping.ts';
import type { ImportKey } from './targets.ts';

/** One column of a known export: the names it goes by, and what it becomes. */
export type PresetColumn = ColumnMapping & {
  names: readonly string[];
  /** A column of this name speaks for this export; names that every export has do not. */
  isTelling?: boolean;
};

/** A known export: its columns and the key that its rows have. */
export type Preset = {
  name: string;
  title: { ru: string; en: string };
  key: ImportKey;
  columns: readonly PresetColumn[];
};

/** Fewer telling columns than this say nothing. */
const ENOUGH_TELLING = 3;

/**
 * How surely a file with this header comes from the preset's system, from 0 to 1: the share of the
 * file's columns that the preset knows, once enough of them are telling.
 */
export function matchPreset(preset: Preset, header: readonly string[]): number {
  const keys = header.map(headerKey).filter((key) => key !== '');
  const known = columnsByKey(preset);
  const met = keys.map((key) => known.get(key)).filter((column) => column !== undefined);
  const telling = met.filter((column) => column.isTelling).length;
  const needed = Math.min(ENOUGH_TELLING, preset.columns.filter((c) => c.isTelling).length);
  if (keys.length === 0 || telling < needed) return 0;
  return met.length / keys.length;
}

/** What the preset makes of each column; null for a column that it does not know. */
export function applyPreset(preset: Preset, header: readonly string[]): (ColumnMapping | null)[] {
  const known = columnsByKey(preset);
  const taken = new Set<PresetColumn>();
  return header.map((name) => {
    const column = known.get(headerKey(name));
    if (!column || taken.has(column)) return null;
    taken.add(column);
    const { names: _names, isTelling: _isTelling, ...mapping } = column;
    return mapping;
  });
}

function columnsByKey(preset: Preset): Map<string, PresetColumn> {
  return new Map(preset.columns.flatMap((c) => c.names.map((name) => [headerKey(name), c])));
}
