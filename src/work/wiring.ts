import { ok } from '../kernel/result.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { api } from './api.ts';
import { changeView, deleteView } from './change-view.ts';
import { createView } from './create-view.ts';
import { workErrors } from './errors.ts';
import { listViews } from './queries.ts';

export const wiring = defineWiring({
  domain: 'work',
  api,
  handlers: {
    'GET /api/views': async (ctx, { entity }) => ok({ views: await listViews(ctx, entity) }),
    'POST /api/views': createView,
    'PUT /api/views/{id}': changeView,
    'DELETE /api/views/{id}': deleteView,
  },
  errors: workErrors,
  permissions: ['work.share_views'],
});
