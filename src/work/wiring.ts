import { customFields } from '../kernel/list/entity.ts';
import { ok } from '../kernel/result.ts';
import { oneself } from '../kernel/live/audience.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { startingGrants } from '../staff/index.ts';
import { api } from './api.ts';
import { attributeIndexJob } from './attribute-index.ts';
import { dropOldChanges } from './bulk/drop-old-changes.ts';
import { goOn } from './bulk/go-on.ts';
import { sweepBulkChanges } from './bulk/sweep-bulk-changes.ts';
import { changeAttribute } from './change-attribute.ts';
import { changeView, deleteView } from './change-view.ts';
import { createAttribute } from './create-attribute.ts';
import { createView } from './create-view.ts';
import { noteAttention, readAttention } from './attention/note-attention.ts';
import { attachToDraft } from './drafts/attach-to-draft.ts';
import { detachFromDraft } from './drafts/detach-from-draft.ts';
import { keepDraft } from './drafts/keep-draft.ts';
import { forgetSentDrafts } from './drafts/read-drafts.ts';
import { showHome } from './home/show-home.ts';
import { homeCards } from './home/home-cards.ts';
import { taskCard } from './home/task-card.ts';
import { changeLabel } from './labels/change-label.ts';
import { createLabel } from './labels/create-label.ts';
import { listLabels } from './labels/list-labels.ts';
import { mergeLabel, unmergeLabel } from './labels/merge-label.ts';
import { listMentions } from './mentions/list-mentions.ts';
import { seeMentions } from './mentions/see-mentions.ts';
import { countTasks } from './tasks/count-tasks.ts';
import { listTasks } from './tasks/list-tasks.ts';
import { takeNext } from './tasks/take-next.ts';
import { changeTemplate, deleteTemplate } from './templates/change-template.ts';
import { createTemplate } from './templates/create-template.ts';
import { listTemplates } from './templates/list-templates.ts';
import {
  ownVariables,
  readTemplateValues,
  templateVariables,
  personalKeys,
  variableKeys,
} from './templates/template-variables.ts';
import { workErrors } from './errors.ts';
import { orderAttributes } from './order-attributes.ts';
import { listAttributes, listCustomFields, listViews } from './queries.ts';

const supervisor = { 'work.share_views': 'all', 'work.share_templates': 'all' } as const;

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
    'GET /api/labels': async (ctx) => ok({ labels: await listLabels(ctx) }),
    'POST /api/labels': createLabel,
    'PUT /api/labels/{id}': changeLabel,
    'POST /api/labels/{id}/merge': mergeLabel,
    'POST /api/labels/{id}/unmerge': unmergeLabel,
    'PUT /api/drafts': keepDraft,
    'POST /api/drafts/files': attachToDraft,
    'DELETE /api/drafts/files/{fileId}': detachFromDraft,
    'POST /api/attention': noteAttention,
    'GET /api/attention': readAttention,
    'GET /api/templates': async (ctx) =>
      ok({
        templates: await listTemplates(ctx),
        variables: variableKeys(),
        personal: personalKeys(),
      }),
    'POST /api/templates': createTemplate,
    'PUT /api/templates/{id}': changeTemplate,
    'DELETE /api/templates/{id}': deleteTemplate,
    'GET /api/template-values': readTemplateValues,
    'GET /api/mentions': listMentions,
    'POST /api/mentions/seen': seeMentions,
    'GET /api/home': showHome,
    'GET /api/tasks': listTasks,
    'GET /api/tasks/count': countTasks,
    'POST /api/tasks/next': takeNext,
  },
  errors: workErrors,
  permissions: ['work.attributes', 'work.labels', 'work.share_views', 'work.share_templates'],
  liveEvents: {
    'work.attribute_created': 'signed-in',
    'work.attribute_changed': 'signed-in',
    'work.attributes_ordered': 'signed-in',
    'work.attribute_index_changed': 'signed-in',
    'work.label_created': 'signed-in',
    'work.label_changed': 'signed-in',
    'work.label_merged': 'signed-in',
    'work.label_unmerged': 'signed-in',
    'work.template_created': 'signed-in',
    'work.template_changed': 'signed-in',
    'work.template_deleted': 'signed-in',
    'work.mentioned': oneself,
    'work.news_told': oneself,
    'work.mentions_seen': oneself,
    'work.view_created': 'nobody',
    'work.view_changed': 'nobody',
    'work.view_deleted': 'nobody',
  },
  jobs: [attributeIndexJob, goOn, dropOldChanges],
  ticks: [forgetSentDrafts, { name: 'work.bulk_changes', everySeconds: 60, run: sweepBulkChanges }],
  fills: [
    fill(homeCards, taskCard),
    fill(templateVariables, ownVariables),
    fill(customFields, listCustomFields),
    fill(startingGrants, { supervisor, agent: {} }),
  ],
});
