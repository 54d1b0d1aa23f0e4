import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';
import { reaches as leadReaches } from './leads/lead-rows.ts';
import { reaches, type SalesPermission } from './reach.ts';

const seen = 'sales.work';
/** May change whose it is: former lists and boards have to let go of it. */
const passedOn = { permission: seen, leavesReach: true } as const;

/** What screens hear. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'sales.pitch_answered': 'conversations.view',
  'sales.pitch_made': 'sales.pitches',
  'sales.pitch_changed': 'sales.pitches',
  'sales.deal_opened': seen,
  'sales.deal_changed': passedOn,
  'sales.deal_moved': passedOn,
  'sales.deal_won': passedOn,
  'sales.deal_lost': passedOn,
  'sales.deal_reopened': passedOn,
  'sales.deal_connected': seen,
  'sales.deal_late': seen,
  'sales.deal_escalated': seen,
  'sales.task_set': seen,
  'sales.task_done': seen,
  'sales.task_reopened': seen,
  'attention.deals': seen,
  'sales.connection_undone': seen,
  'sales.visit_booked': seen,
  'sales.visit_moved': seen,
  'sales.visit_cancelled': seen,
  'sales.visit_slot_added': 'sales.manage',
  'sales.visit_slot_removed': 'sales.manage',
  'sales.equipment_handed': seen,
  'sales.equipment_returned': seen,
  'sales.quote_made': seen,
  'sales.quote_withdrawn': seen,
  'sales.quote_accepted': seen,
  'sales.quote_declined': seen,
  'sales.acceptance_undone': seen,
  'sales.quote_sending': seen,
  'sales.quote_sent': seen,
  'sales.quote_unsent': seen,
  'sales.quote_unsure': seen,
  'sales.care_called': seen,
  'sales.care_late': seen,
  'sales.care_reopened': seen,
  'sales.care_settings_changed': 'nobody',
  'sales.contract_template_changed': 'nobody',
  'sales.contract_downloaded': 'nobody',
  'sales.guided_started': seen,
  'sales.guided_recommended': seen,
  'sales.guided_objected': seen,
  'sales.guided_pitched': seen,
  'sales.objection_added': 'sales.manage',
  'sales.objection_changed': 'sales.manage',
  'sales.pipeline_added': 'signed-in',
  'sales.pipeline_changed': 'signed-in',
  'sales.pipelines_ordered': 'signed-in',
  'sales.stage_added': 'signed-in',
  'sales.stage_changed': 'signed-in',
  'sales.stages_ordered': 'signed-in',
  'sales.cost_set': 'sales.economics',
  'sales.word_added': 'signed-in',
  'sales.word_changed': 'signed-in',
  'sales.words_ordered': 'signed-in',
  'sales.guided_ended': seen,
  'sales.script_experiment_started': 'sales.manage',
  'sales.script_experiment_ended': 'sales.manage',
  'sales.script_created': 'sales.manage',
  'sales.script_drafted': 'sales.manage',
  'sales.script_draft_dropped': 'sales.manage',
  'sales.script_published': 'sales.manage',
  'sales.script_returned': 'sales.manage',
  'sales.script_used': 'sales.manage',
  'sales.script_archived': 'sales.manage',
  'sales.script_unarchived': 'sales.manage',
  'sales.lead_brought': seen,
  'sales.lead_accepted': seen,
  'sales.lead_attached': seen,
  'sales.lead_declined': seen,
  'sales.deals_listed': 'nobody',
  'sales.deals_exported': 'nobody',
};

/** Who is at which deal, told by `work`. */
export const attention = { type: 'attention.deals', kind: 'deal' } as const;

/** Whose deals screens hear of. */
export const liveReach = liveReachOf('deal', (ctx, permission, ids) => {
  // deals_pkey
  return sql`
  select d.id from deals d
  where  d.id = any(${ids}::bigint[])
  and    ${reaches(ctx, permission as SalesPermission)}`;
});

/** Whose leads they hear of. */
export const leadReach = liveReachOf('lead', (ctx, _, ids) => {
  // leads_pkey
  return sql`
  select l.id from leads l where l.id = any(${ids}::bigint[]) and ${leadReaches(ctx)}`;
});
