import { caller, type InputOf, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite, usePages } = hooks(call);

type Api = typeof api;
export type Ticket = OutputOf<Api, 'GET /api/tickets/{id}'>;
export type TicketMoney = OutputOf<Api, 'GET /api/tickets/{id}/billing'>;
export type TicketLine = OutputOf<
  Api,
  'GET /api/tickets/of-conversation/{conversationId}'
>['tickets'][number];
export type Change = Omit<InputOf<Api, 'PATCH /api/tickets/{id}'>, 'id' | 'version'>;
export type Category = OutputOf<Api, 'GET /api/ticket-categories'>['categories'][number];

export type TicketNorm = OutputOf<Api, 'GET /api/ticket-norms'>['norms'][number];

export type Macro = OutputOf<Api, 'GET /api/ticket-macros'>['macros'][number];
export type Rule = OutputOf<Api, 'GET /api/ticket-rules'>['rules'][number];
export type Recurrence = OutputOf<Api, 'GET /api/ticket-recurrences'>['recurrences'][number];
export type Trial = OutputOf<Api, 'POST /api/ticket-rules/{id}/trial'>;

/** What a change of a ticket makes out of date: lists, pages and cards that show it. */
export const ticketPaths = ['/api/tickets', '/api/subscribers/{id}'];
