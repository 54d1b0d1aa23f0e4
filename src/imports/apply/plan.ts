import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { ensureAttributes } from '../../work/index.ts';
import { attributed } from '../api/kinds.ts';
import type { Import } from '../load-import.ts';
import { type ColumnProfile, notationOf, typeOf } from '../reading/column-profile.ts';
import { profileOf } from '../steps/profiles.ts';
import type { PlannedAttribute } from './attribute-values.ts';

/** What is the same for all chunks of an import. */
export type ApplyPlan = {
  imported: Import;
  /** Attributes by the number of their column. */
  attributes: ReadonlyMap<string, PlannedAttribute>;
  currency: string;
  /** The operator's day, `YYYY-MM-DD`. */
  today: string;
};

/** Makes the attributes that the file's columns become, once all their values have been seen. */
export async function makePlan(ctx: Ctx, imported: Import): Promise<ApplyPlan> {
  const wanted = imported.mapping.flatMap((column, index) => {
    if (column.target !== 'attribute') return [];
    const profile = profileOf(imported, index);
    const type = column.type ?? typeOf(profile);
    const label = column.label ?? imported.columns[index] ?? `#${index + 1}`;
    return [{ index, label, type, profile }];
  });
  const entity = attributed.find((kind) => kind === imported.kind);
  const made = wanted.map(({ label, type, profile }) => ({
    label,
    type,
    choices: choicesOf(profile),
  }));
  const keys = entity
    ? await inTransaction(ctx, (tx) => ensureAttributes(tx, entity, made, imported.id))
    : [];
  const attributes = wanted.map(({ index, label, type, profile }, at) => {
    const planned = { key: keys[at] ?? '', label, type, ...notationOf(profile) };
    return [String(index), planned] as const;
  });
  const { currency, timeZone } = ctx.operator;
  const today = ctx.clock.now().toLocaleDateString('sv-SE', { timeZone });
  return { imported, attributes: new Map(attributes), currency, today };
}

const choicesOf = (profile: ColumnProfile): string[] => [...profile.values.keys()].toSorted();
