import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

type Api = typeof api;
export type DeskRow = OutputOf<Api, 'GET /api/conversations'>['rows'][number];
export type Opened = OutputOf<Api, 'GET /api/conversations/{id}'>;
export type Figures = OutputOf<Api, 'GET /api/conversations/first-touch'>['agents'][number];
export type Report = OutputOf<Api, 'GET /api/conversations/first-touch'>;

/** What a write of the desk makes out of date: its lists and counts, and the follow-ups. */
export const deskPaths = ['/api/conversations', '/api/follow-ups'];
