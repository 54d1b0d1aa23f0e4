import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type Checked = OutputOf<typeof api, 'GET /api/address-check'>;
export type CheckedLine = Checked['lines'][number];
export type Offer = Checked['offers'][number];
export type Stop = Checked['stops'][number];
export type Suggestion = OutputOf<typeof api, 'GET /api/address-check/suggestions'>['rows'][number];
export type Building = OutputOf<typeof api, 'GET /api/buildings/{id}'>;
export type Coverage = Building['coverage'][number];
export type Terms = OutputOf<typeof api, 'GET /api/connection-terms'>['terms'][number];

export const checkPaths = ['/api/address-check', '/api/buildings'];
export const coveragePaths = [
  ...checkPaths,
  '/api/coverages',
  '/api/competitor-offers',
  '/api/nodes',
  '/api/connection-terms',
];
