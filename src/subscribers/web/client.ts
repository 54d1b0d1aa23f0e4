import { caller, type InputOf, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type Card = OutputOf<typeof api, 'GET /api/subscribers/{id}'>;
/** The fields of the record as a route takes them: what forms and comparisons must know all of. */
export type RecordInput = Omit<
  InputOf<typeof api, 'PATCH /api/subscribers/{id}'>,
  'id' | 'version'
>;
export type Contact = Card['contacts'][number];
export type ContactPerson = Card['contactPersons'][number];
export type Need = Card['needs'][number];
