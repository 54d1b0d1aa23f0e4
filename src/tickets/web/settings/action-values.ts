import type { Priority, TicketState } from '../../api/states.ts';
import type { Macro } from '../client.ts';

/** What is set, as forms hold it; an empty choice leaves the ticket's field as it is. */
export type ActionValues = {
  state: TicketState | null;
  priority: Priority | null;
  categoryId: string | null;
  ownerStaffId: string | null;
  teamId: string | null;
  waitHours: number | undefined;
  addLabels: string[];
  removeLabels: string[];
};

type Fields = Omit<Macro['fields'], 'takes'>;

const choice = (id: number | null | undefined): string | null => (id == null ? null : String(id));

export const actionsOf = (fields: Fields): ActionValues => ({
  state: fields.state ?? null,
  priority: fields.priority ?? null,
  categoryId: choice(fields.categoryId),
  ownerStaffId: choice(fields.ownerStaffId),
  teamId: choice(fields.teamId),
  waitHours: fields.waitHours ?? 24,
  addLabels: (fields.addLabels ?? []).map(String),
  removeLabels: (fields.removeLabels ?? []).map(String),
});

/** The values as the routes take them; what the form does not show is kept. */
export const fieldsOf = (values: ActionValues, { attributes }: Fields): Fields => {
  const { state, priority, categoryId, ownerStaffId, teamId, waitHours } = values;
  const [addLabels, removeLabels] = [values.addLabels, values.removeLabels].map((ids) =>
    ids.map(Number),
  );
  return {
    ...(state === null ? {} : { state }),
    ...(priority === null ? {} : { priority }),
    ...(categoryId === null ? {} : { categoryId: Number(categoryId) }),
    ...(ownerStaffId === null ? {} : { ownerStaffId: Number(ownerStaffId) }),
    ...(teamId === null ? {} : { teamId: Number(teamId) }),
    ...(state === 'waiting' && waitHours !== undefined ? { waitHours } : {}),
    ...(addLabels?.length ? { addLabels } : {}),
    ...(removeLabels?.length ? { removeLabels } : {}),
    ...(attributes === undefined ? {} : { attributes }),
  };
};
