import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

type Api = typeof api;

const call = caller<Api>();
export const { useRead, useWrite } = hooks(call);

export type Card = OutputOf<Api, 'GET /api/quality-cards'>['cards'][number];
export type Group = Card['groups'][number];
export type Item = Group['items'][number];
export type Versions = OutputOf<Api, 'GET /api/quality-cards/{id}/versions'>['versions'];
