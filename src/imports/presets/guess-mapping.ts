import { type ImportKind, importKinds } from '../api/kinds.ts';
import { headerKey } from './header-key.ts';
import { ordinary, presetsOf } from './index.ts';
import type { ColumnMapping } from './mapping.ts';
import { applyPreset, matchPreset, type Preset } from './preset.ts';
import { type ImportKey, isTargetOf, keysOf, repeatable, type Target } from './targets.ts';
import { fitsTarget, kindOfValues } from './value-kinds.ts';

/** What is thought to become of a column, and how surely, from 0 to 1. */
export type GuessedColumn = ColumnMapping & { confidence: number };

export type GuessedMapping = {
  preset: string;
  confidence: number;
  columns: GuessedColumn[];
  key: ImportKey;
};

/** A preset must know so much of a header to be taken for its source. */
const PRESET_FROM = 0.6;

/** A column called so is never taken along, whatever a preset says. */
const secretName = /passw|парол/i;

/** Names that a column has wherever it comes from. */
const knownNames = new Set(
  importKinds
    .flatMap((kind) => presetsOf[kind].flatMap(({ columns }) => columns))
    .flatMap(({ names }) => names.map(headerKey)),
);

/** Whether some export calls a column so; tells a header from the first row of values. */
export function isKnownColumnName(cell: string): boolean {
  return knownNames.has(headerKey(cell));
}

/**
 * Guesses where a table comes from and what its columns are, by their names and by some rows.
 * @param only the preset to use, where it is already chosen
 */
export function guessMapping(
  kind: ImportKind,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  only?: Preset,
): GuessedMapping {
  const [best] = presetsOf[kind]
    .map((preset) => ({ preset, score: matchPreset(preset, header) }))
    .toSorted((a, b) => b.score - a.score);
  const found = best && best.score >= PRESET_FROM ? best : { preset: ordinary[kind], score: 0.5 };
  const { preset, score } = only ? { preset: only, score: 1 } : found;
  const byPreset = applyPreset(preset, header);
  const byName = applyPreset(ordinary[kind], header);
  const guessed = header.map((name, index) => {
    if (secretName.test(name)) return { target: 'ignore', confidence: 1 } as const;
    const values = rows.map((row) => row[index] ?? '');
    return guessColumn(kind, byPreset[index] ?? null, byName[index] ?? null, values);
  });
  const columns = withoutRepeats(kind, guessed);
  const key = keyOf(kind, preset, columns, rows);
  return { preset: preset.name, confidence: score, columns, key };
}

function guessColumn(
  kind: ImportKind,
  byPreset: ColumnMapping | null,
  byName: ColumnMapping | null,
  values: readonly string[],
): GuessedColumn {
  if (byPreset && fitsTarget(byPreset.target, values)) return { ...byPreset, confidence: 1 };
  if (byName && fitsTarget(byName.target, values)) return { ...byName, confidence: 0.9 };
  const target = kindOfValues(values);
  return target && isTargetOf(kind, target)
    ? { target, confidence: 0.6 }
    : { target: restOf(kind), confidence: 0.5 };
}

/** Of two columns for one place the surer one has it; the other is kept as an attribute. */
function withoutRepeats(kind: ImportKind, columns: readonly GuessedColumn[]): GuessedColumn[] {
  const holder = new Map<Target, number>();
  for (const [index, column] of columns.entries()) {
    const before = columns[holder.get(column.target) ?? -1];
    if (!before || column.confidence > before.confidence) holder.set(column.target, index);
  }
  return columns.map((column, index) =>
    repeatable.has(column.target) || holder.get(column.target) === index
      ? column
      : { target: restOf(kind), confidence: 0.4 },
  );
}

/** What becomes of a column that no field is for. */
const restOf = (kind: ImportKind): Target =>
  isTargetOf(kind, 'attribute') ? 'attribute' : 'ignore';

/** The key of the preset, if the rows have it throughout; else the first that they do have. */
function keyOf(
  kind: ImportKind,
  preset: Preset,
  columns: readonly GuessedColumn[],
  rows: readonly (readonly string[])[],
): ImportKey {
  const [only, ...others] = keysOf[kind];
  if (only !== undefined && others.length === 0) return only;
  const usual: ImportKey[] = ['accountNumber', 'contractNumber', 'externalId', 'login'];
  const candidates = [preset.key, ...usual].filter((key) => keysOf[kind].includes(key));
  const isComplete = (key: ImportKey) => {
    const index = columns.findIndex((column) => column.target === key);
    const values = rows.map((row) => row[index]?.trim() ?? '');
    if (index === -1) return false;
    // A session that stands in the file twice is one; by another key it would be charged twice.
    if (key === 'usageKey') return true;
    return !values.includes('') && new Set(values).size === values.length;
  };
  return candidates.find(isComplete) ?? keysOf[kind].at(-1) ?? 'rowNumber';
}
