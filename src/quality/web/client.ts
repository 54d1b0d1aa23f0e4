import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api as desk } from '../../conversations/api.ts';
import type { api } from '../api.ts';

type Api = typeof api;

const call = caller<Api>();
export const { useRead, useWrite, usePages } = hooks(call);

export type Card = OutputOf<Api, 'GET /api/quality-cards'>['cards'][number];
export type Group = Card['groups'][number];
export type Item = Group['items'][number];
export type Versions = OutputOf<Api, 'GET /api/quality-cards/{id}/versions'>['versions'];
export type Draw = OutputOf<Api, 'GET /api/quality-draws'>['draws'][number];
export type Listed = OutputOf<Api, 'GET /api/quality-reviews'>['reviews'][number];
export type Review = OutputOf<Api, 'GET /api/quality-reviews/{id}'>;
export type Plan = OutputOf<Api, 'GET /api/quality-plan'>;

/** What every change of a review makes out of date. */
export const reviewPaths = ['/api/quality-reviews', '/api/quality-draws'];

/** What was said, as the desk shows it. */
const { useRead: useSaid } = hooks(caller<typeof desk>());
export { useSaid };
export type Said = OutputOf<typeof desk, 'GET /api/conversations/{id}'>;
