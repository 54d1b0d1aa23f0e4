import { customFields } from '../kernel/list/entity.ts';
import { ok } from '../kernel/result.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { startingGrants } from '../staff/index.ts';
import { api } from './api.ts';
import { attributeIndexJob } from './attribute-index.ts';
import { changeAttribute } from './change-attribute.ts';
import { changeView, deleteView } from './change-view.ts';
import { createAttribute } from './create-attribute.ts';
import { createView } from './create-view.ts';
import { workErrors } from './errors.ts';
import { orderAttributes } from './order-attributes.ts';
import { listAttributes, listCustomFields, listViews } from './queries.ts';

const supervisor = { 'work.share_views': 'all' } as const;

export const wiring = defineWiring({
  domain: 'work',
  api,
  handlers: {
    'GET /api/views': async (ctx, { entity }) => ok({ views: await listViews(ctx, entity) }),
    'POST /api/views': createView,
    'PUT /api/views/{id}': changeView,
    'DELETE /api/views/{id}': deleteView,
    'GET /api/attributes': async (ctx, { entity }) =>
      ok({ attributes: await listAttributes(ctx, entity) }),
    'POST /api/attributes': createAttribute,
    'PUT /api/attributes/{id}': changeAttribute,
    'POST /api/attributes/order': orderAttributes,
  },
  errors: workErrors,
  permissions: ['work.attributes', 'work.share_views'],
  liveEvents: {
    'work.attribute_created': 'signed-in',
    'work.attribute_changed': 'signed-in',
    'work.attributes_ordered': 'signed-in',
    'work.attribute_index_changed': 'signed-in',
    'work.view_created': 'nobody',
    'work.view_changed': 'nobody',
    'work.view_deleted': 'nobody',
  },
  jobs: [attributeIndexJob],
  fills: [fill(customFields, listCustomFields), fill(startingGrants, { supervisor, agent: {} })],
});
