import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const { useRead, useWrite } = hooks(caller<typeof api>());

export type Shown = OutputOf<typeof api, 'GET /api/conversations/{id}/pitch'>;
export type Pitch = OutputOf<typeof api, 'GET /api/pitches'>['pitches'][number];

/** What a changed argument makes out of date. */
export const pitchPaths = ['/api/pitches'];
