import type { Read, Write } from './routes.ts';
import { hands, type Row } from './rows.ts';

const work = (row: Row): string => row.work;
const onTickets = { columns: ['subject'] };
const once = (input: object) => (): object[] => [input];

/** What shows tickets. */
export const ticketReads: Record<string, Read> = {
  'POST /api/tickets/list': { of: 'tickets', shows: work, asked: once(onTickets) },
  'POST /api/tickets/count': {
    of: 'tickets',
    counts: ({ count }: { count: number }) => count,
    each: 1,
    asked: once({}),
  },
  'GET /api/tickets/export': {
    of: 'tickets',
    shows: work,
    asked: once({ query: onTickets, format: 'csv' }),
  },
  'POST /api/tickets/bulk-changes/preview': {
    of: 'tickets',
    counts: ({ count }: { count: number }) => count,
    each: 1,
    asked: (rows) => [{ target: { ids: hands.map((one) => rows[one].ticketId) } }],
  },
  'GET /api/tickets/{id}': { of: 'tickets', opens: ({ ticketId: id }) => ({ id }) },
  'GET /api/tickets/{id}/history': {
    of: 'tickets',
    opens: ({ ticketId: id }) => ({ id, before: 1 }),
  },
  'GET /api/tickets/{id}/notes': {
    of: 'tickets',
    opens: ({ ticketId: id }) => ({ id, before: 1 }),
  },
  'GET /api/tickets/{id}/billing': { of: 'tickets', opens: ({ ticketId: id }) => ({ id }) },
};

const write = (of: 'tickets', input: Write['input']): Write => ({ of, input });
const onTicket = (more: object = {}): Write =>
  write('tickets', (row) => ({ id: row.ticketId, ...more }));

/** What changes tickets. */
export const ticketWrites: Record<string, Write> = {
  'PATCH /api/tickets/{id}': onTicket({ version: 1, priority: 'high' }),
  'POST /api/tickets/{id}/notes': onTicket({ text: 'Заметка' }),
  'POST /api/tickets/{id}/links': write('tickets', ({ ticketId: id }, { mine, mates }) => ({
    id,
    otherId: id === mine.ticketId ? mates.ticketId : mine.ticketId,
    kind: 'blocks',
  })),
  'DELETE /api/tickets/{id}/links/{otherId}/{kind}': write(
    'tickets',
    ({ ticketId: id }, { mine, mates }) => ({
      id,
      otherId: id === mine.ticketId ? mates.ticketId : mine.ticketId,
      kind: 'blocks',
    }),
  ),
  'PUT /api/tickets/{id}/labels': onTicket(),
  'PUT /api/tickets/{id}/watchers': onTicket({ watcherIds: [] }),
  'PUT /api/tickets/{id}/conversations/{conversationId}': write(
    'tickets',
    ({ ticketId: id }, { mine }) => ({ id, conversationId: mine.conversationId }),
  ),
};
