import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type Card = OutputOf<typeof api, 'GET /api/subscribers/{id}'>;
export type Contact = Card['contacts'][number];
export type ContactPerson = Card['contactPersons'][number];
export type Need = Card['needs'][number];
export type PastBulkChange = OutputOf<
  typeof api,
  'GET /api/subscribers/bulk-changes'
>['changes'][number];
