import type { Condition } from '../../kernel/conditions/condition.ts';
import { caller, type InputOf, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api as subscribersApi } from '../../subscribers/api.ts';
import type { api } from '../api.ts';

type Api = typeof api;

export const call = caller<Api>();
export const callSubscribers = caller<typeof subscribersApi>();
export const { useRead, useWrite } = hooks(call);

export type Segment = OutputOf<Api, 'GET /api/segments'>['segments'][number];
export type OpenSegment = OutputOf<Api, 'GET /api/segments/{id}'>;
export type SegmentNorm = OutputOf<Api, 'GET /api/segments/{id}/norms'>['norms'][number];
export type Chosen = InputOf<Api, 'POST /api/segments/{id}/members'>['chosen'];
export type Compared = OutputOf<Api, 'GET /api/segments/compare'>;
export type { Condition };

/** What a changed segment makes out of date: lists that filter by it, cards that show it. */
export const segmentPaths = ['/api/segments', '/api/subscribers'];
/** Events after which a segment's figures are others. */
export const segmentEvents = ['segments.*'];
