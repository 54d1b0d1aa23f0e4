import type { Priority, Sign, TicketLoad } from '../../tickets/index.ts';
import type { ContactLoad } from '../../subscribers/index.ts';

/**
 * A row of a file of tickets as it was understood. What names the person stands where it stands in
 * a subscriber's row, so that an erasure finds both.
 */
export type TicketRecord = {
  number: string;
  subject: string;
  description: string;
  category?: string;
  priority?: Priority;
  state: TicketLoad['state'];
  /** By e-mail or name, as written. */
  assignee?: string;
  /** ISO instants. */
  openedAt?: string;
  closedAt?: string;
  /** By what its subscriber is found. */
  account: { number?: string; contractNumber?: string };
  contacts: ContactLoad[];
  /** All that the row says of whose it is, as written. */
  named: string[];
  /** What of it is no number and no contact that could be read. */
  unread?: Sign[];
  /** By the number of the column, as written. */
  attributes: Record<string, string>;
};
