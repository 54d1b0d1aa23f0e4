import { caller, type InputOf, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type Norms = OutputOf<typeof api, 'GET /api/norms'>;
export type Norm = Norms['norms'][number];
export type Calendar = Norms['calendars'][number];
export type CalendarDraft = InputOf<typeof api, 'POST /api/calendars'>;
export type Exception = CalendarDraft['exceptions'][number];

export const normPaths = ['/api/norms'];
