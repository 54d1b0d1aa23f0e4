import type { Priority, TicketState } from '../../api/states.ts';
import type { Macro } from '../client.ts';

/** A macro as its form holds it; an empty choice leaves the ticket's field as it is. */
export type MacroValues = {
  name: string;
  state: TicketState | null;
  priority: Priority | null;
  categoryId: string | null;
  takes: boolean;
  addLabels: string[];
  removeLabels: string[];
  waitHours: number | undefined;
  noteKind: Macro['noteKind'];
  note: string;
  isArchived: boolean;
};

export const valuesOf = (macro: Macro | null): MacroValues => {
  const fields = macro?.fields ?? {};
  return {
    name: macro?.name ?? '',
    state: fields.state ?? null,
    priority: fields.priority ?? null,
    categoryId: fields.categoryId === undefined ? null : String(fields.categoryId),
    takes: fields.takes ?? false,
    addLabels: (fields.addLabels ?? []).map(String),
    removeLabels: (fields.removeLabels ?? []).map(String),
    waitHours: fields.waitHours ?? 24,
    noteKind: macro?.noteKind ?? 'note',
    note: macro?.note ?? '',
    isArchived: macro?.isArchived ?? false,
  };
};

/** The values as the routes take them; what the form does not show is kept. */
export const bodyOf = (macro: Macro | null, values: MacroValues) => {
  const { name, state, priority, categoryId, takes, waitHours, noteKind, note } = values;
  const [addLabels, removeLabels] = [values.addLabels, values.removeLabels].map((ids) =>
    ids.map(Number),
  );
  const { ownerStaffId, teamId, attributes } = macro?.fields ?? {};
  return {
    name,
    noteKind,
    note,
    fields: {
      ...(state === null ? {} : { state }),
      ...(priority === null ? {} : { priority }),
      ...(categoryId === null ? {} : { categoryId: Number(categoryId) }),
      ...(takes ? { takes } : {}),
      ...(addLabels?.length ? { addLabels } : {}),
      ...(removeLabels?.length ? { removeLabels } : {}),
      ...(state === 'waiting' && waitHours !== undefined ? { waitHours } : {}),
      ...(ownerStaffId === undefined ? {} : { ownerStaffId }),
      ...(teamId === undefined ? {} : { teamId }),
      ...(attributes === undefined ? {} : { attributes }),
    },
  };
};
