import type { Work } from '../kind-work.ts';
import { applyTickets } from './apply-tickets.ts';
import { checkTickets } from './check-tickets.ts';
import { previewTicket } from './preview-ticket.ts';
import { readTicket } from './read-ticket.ts';
import { removeTicketLeftovers, removeTickets } from './undo-tickets.ts';

const nothing = () => Promise.resolve();

export const workOfTickets: Work = {
  readRow: readTicket,
  previewRow: previewTicket,
  keepsCells: true,
  check: checkTickets,
  applyChunk: applyTickets,
  // A chunk of tickets can be found when it is committed.
  makeFindable: nothing,
  newestOf: () => Promise.resolve([]),
  keepStatistics: nothing,
  afterAll: nothing,
  undoParts: [removeTickets],
  removeLeftovers: removeTicketLeftovers,
};
