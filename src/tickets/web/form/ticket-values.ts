import type { AttributeValue } from '../../../work/web/index.tsx';
import type { Change, Ticket } from '../client.ts';

/** A ticket as its form holds it; ids are texts, and an empty choice is null. */
export type TicketValues = {
  subject: string;
  categoryId: string | null;
  priority: string | null;
  description: string;
  ownerStaffId: string | null;
  teamId: string | null;
  attributes: Record<string, AttributeValue>;
};

export const emptyTicket: TicketValues = {
  subject: '',
  categoryId: null,
  priority: null,
  description: '',
  ownerStaffId: null,
  teamId: null,
  attributes: {},
};

const textOf = (one: { id: number } | null): string | null => (one ? String(one.id) : null);

export const valuesOf = (ticket: Ticket): TicketValues => ({
  subject: ticket.subject,
  categoryId: textOf(ticket.category),
  priority: ticket.priority,
  description: ticket.description,
  ownerStaffId: textOf(ticket.owner),
  teamId: textOf(ticket.team),
  attributes: ticket.attributes,
});

const idOf = (text: string | null): number | null => (text === null ? null : Number(text));

/** The values as the routes take them; what was left to the category is not given. */
export const inputOf = (values: TicketValues) => ({
  subject: values.subject,
  categoryId: Number(values.categoryId),
  description: values.description,
  ...(values.priority === null ? {} : { priority: values.priority as Ticket['priority'] }),
  attributes: values.attributes as NonNullable<Change['attributes']>,
});

export const ownersOf = (values: TicketValues) => ({
  ownerStaffId: idOf(values.ownerStaffId),
  teamId: idOf(values.teamId),
});
