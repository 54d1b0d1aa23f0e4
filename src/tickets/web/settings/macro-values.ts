import type { Macro } from '../client.ts';
import { actionsOf, type ActionValues, fieldsOf } from './action-values.ts';

/** A macro as its form holds it. */
export type MacroValues = {
  name: string;
  actions: ActionValues;
  takes: boolean;
  noteKind: Macro['noteKind'];
  note: string;
  isArchived: boolean;
};

export const valuesOf = (macro: Macro | null): MacroValues => ({
  name: macro?.name ?? '',
  actions: actionsOf(macro?.fields ?? {}),
  takes: macro?.fields.takes ?? false,
  noteKind: macro?.noteKind ?? 'note',
  note: macro?.note ?? '',
  isArchived: macro?.isArchived ?? false,
});

/** The values as the routes take them. */
export const bodyOf = (macro: Macro | null, values: MacroValues) => {
  const { name, actions, takes, noteKind, note } = values;
  const fields = fieldsOf(actions, macro?.fields ?? {});
  return { name, noteKind, note, fields: { ...fields, ...(takes ? { takes } : {}) } };
};
