import type { Handlers } from '../../kernel/wiring.ts';
import type { objectionsApi } from '../api/objections.ts';
import { addObjection } from './add-objection.ts';
import { changeObjection } from './change-objection.ts';
import { listObjections } from './list-objections.ts';

export const objectionHandlers: Handlers<typeof objectionsApi> = {
  'GET /api/objections': listObjections,
  'POST /api/objections': addObjection,
  'PUT /api/objections/{id}': changeObjection,
};
