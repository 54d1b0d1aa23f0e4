import { listExtensions } from '../kernel/list/entity.ts';
import { ok } from '../kernel/result.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { quickerPromises } from '../norms/index.ts';
import { auditNames, startingGrants } from '../staff/index.ts';
import {
  cardParts,
  erasers,
  passingNotes,
  personalDataSources,
  timelineSources,
} from '../subscribers/index.ts';
import { api, errors } from './api.ts';
import { archiveSegment } from './archive-segment.ts';
import { segmentsPart } from './card-part.ts';
import { changeSegment } from './change-segment.ts';
import { compareSegments } from './comparing/compare-segments.ts';
import { countExactly } from './counting/count-exactly.ts';
import { estimateCount } from './counting/estimate-count.ts';
import { createSegment } from './create-segment.ts';
import { ensureFirstSegments } from './first/ensure-first-segments.ts';
import { segmentColumns } from './list-field.ts';
import { listNorms } from './norms/list-norms.ts';
import { quickestPromise } from './norms/quickest-promise.ts';
import { setNorm } from './norms/set-norm.ts';
import { listSegments } from './list-segments.ts';
import { liveEvents } from './live-events.ts';
import { addMembers } from './members/add-members.ts';
import { recountTick } from './members/recount-due.ts';
import { removeMembers } from './members/remove-members.ts';
import { namesOfSegments } from './names-of-segments.ts';
import { openSegment } from './open-segment.ts';
import { eraser, passing, personalData } from './personal-data.ts';
import { recountSegment } from './recount-segment.ts';
import { restoreSegment } from './restore-segment.ts';
import { membershipSource } from './timeline-source.ts';
import { wordCondition } from './word-condition.ts';
import { openVocabulary } from './words/vocabulary.ts';

export const wiring = defineWiring({
  domain: 'segments',
  api,
  errors,
  handlers: {
    'GET /api/segments': listSegments,
    'GET /api/segments/fields': async (ctx) => {
      const { fields } = await openVocabulary(ctx);
      return ok({ fields: [...fields] });
    },
    'POST /api/segments/wording': wordCondition,
    'POST /api/segments/estimate': { ownTransactions: (ctx, asked) => estimateCount(ctx, asked) },
    'POST /api/segments/count': { ownTransactions: countExactly },
    'POST /api/segments': createSegment,
    'GET /api/segments/compare': { ownTransactions: compareSegments },
    'GET /api/segments/{id}': openSegment,
    'PUT /api/segments/{id}': changeSegment,
    'POST /api/segments/{id}/archive': archiveSegment,
    'POST /api/segments/{id}/restore': restoreSegment,
    'POST /api/segments/{id}/recount': recountSegment,
    'GET /api/segments/{id}/norms': listNorms,
    'PUT /api/segments/{id}/norms/{kind}': setNorm,
    'POST /api/segments/{id}/members': addMembers,
    'POST /api/segments/{id}/members/remove': removeMembers,
  },
  permissions: ['segments.view', 'segments.manage'],
  liveEvents,
  ticks: [recountTick],
  fills: [
    ...segmentColumns.map((columns) => fill(listExtensions, columns)),
    fill(quickerPromises, quickestPromise),
    fill(cardParts, segmentsPart),
    fill(timelineSources, membershipSource),
    fill(personalDataSources, personalData),
    fill(erasers, eraser),
    fill(passingNotes, passing),
    fill(auditNames, { kind: 'segment', names: namesOfSegments }),
    fill(startup, { role: 'any', run: start }),
    fill(startingGrants, {
      supervisor: { 'segments.view': 'all', 'segments.manage': 'all' },
      agent: { 'segments.view': 'all' },
    }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureFirstSegments(installation.systemCtx(operator, 'start'));
  }
}
