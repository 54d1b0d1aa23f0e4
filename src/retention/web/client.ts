import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

type Api = typeof api;

const call = caller<Api>();
export const { useRead, useWrite } = hooks(call);

export type Case = OutputOf<Api, 'GET /api/cases/{id}'>;
export type Reason = OutputOf<Api, 'GET /api/leaving-reasons'>['reasons'][number];
export type Rule = OutputOf<Api, 'GET /api/wish-rules'>['rules'][number];
export type CaseOffer = OutputOf<Api, 'GET /api/cases/{id}/offers'>['offers'][number];
export type ExitView = OutputOf<Api, 'GET /api/cases/{id}/exit'>;
export type Figures = OutputOf<Api, 'GET /api/retention-figures'>;
export type Offer = OutputOf<Api, 'GET /api/retention-offers'>['offers'][number];
export type Desk = OutputOf<Api, 'GET /api/save-desk-settings'>;
export type Sign = OutputOf<Api, 'GET /api/leaving-signs'>['signs'][number];
/** A case in one line, as a card of a subscriber brings it. */
export type CaseLine = Pick<Case, 'id' | 'state' | 'outcome' | 'leavesOn' | 'openedAt'> & {
  reason: string | null;
};

/** What a changed case makes out of date: lists, pages and cards that show it. */
export const casePaths = ['/api/cases', '/api/subscribers/{id}'];
