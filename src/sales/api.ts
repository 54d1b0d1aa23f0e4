import { defineErrors } from '../kernel/api/define.ts';
import { boardApi } from './api/board.ts';
import { connectingApi } from './api/connecting.ts';
import { contractsApi } from './api/contracts.ts';
import { dealsApi } from './api/deals.ts';
import { guidedApi } from './api/guided.ts';
import { leadsApi } from './api/leads.ts';
import { objectionsApi } from './api/objections.ts';
import { pipelinesApi } from './api/pipelines.ts';
import { pitchesApi } from './api/pitches.ts';
import { quotesApi } from './api/quotes.ts';
import { settingsApi } from './api/settings.ts';
import { scriptsApi } from './api/scripts.ts';
import { tasksApi } from './api/tasks.ts';

export const api = {
  ...pitchesApi,
  ...pipelinesApi,
  ...dealsApi,
  ...boardApi,
  ...quotesApi,
  ...contractsApi,
  ...connectingApi,
  ...guidedApi,
  ...leadsApi,
  ...objectionsApi,
  ...settingsApi,
  ...scriptsApi,
  ...tasksApi,
};

export const errors = defineErrors({
  'sales.pitch_not_found': 404,
  'sales.pitch_gone': 409,
  'sales.product_not_found': 404,
  'sales.pitch_taken': 409,
  'sales.no_such_pipeline': 404,
  'sales.no_such_stage': 422,
  'sales.fields_missing': 422,
  'sales.no_such_source': 422,
  'sales.no_such_reason': 422,
  'sales.no_such_building': 422,
  'sales.no_such_team': 422,
  'sales.cannot_work': 422,
  'sales.bad_phone': 422,
  'sales.bad_email': 422,
  'sales.deal_not_found': 404,
  'sales.deal_closed': 409,
  'sales.deal_open': 409,
  'sales.still_open': 409,
  'sales.changed_meanwhile': 409,
  'sales.no_such_version': 422,
  'sales.no_such_quote': 404,
  'sales.nothing_accepted': 409,
  'sales.already_connected': 409,
  'sales.quote_decided': 409,
  'sales.quote_past': 422,
  'sales.nothing_to_split': 422,
  'sales.fee_not_free': 422,
  'sales.no_contract': 404,
  'sales.unknown_placeholder': 422,
  'sales.template_changed': 409,
  'sales.contract_by_phone_only': 409,
  'sales.wrong_phone_end': 422,
  'sales.guided_not_found': 404,
  'sales.guided_over': 409,
  'sales.guided_changed': 409,
  'sales.guided_no_answer': 422,
  'sales.guided_at_end': 409,
  'sales.guided_at_start': 409,
  'sales.no_script': 409,
  'sales.no_such_script': 404,
  'sales.script_taken': 409,
  'sales.script_changed': 409,
  'sales.script_flawed': 422,
  'sales.script_unchanged': 409,
  'sales.script_unpublished': 409,
  'sales.script_used': 409,
  'sales.not_recommended': 409,
  'sales.not_offered': 409,
  'sales.no_such_payment': 409,
  'sales.nothing_taken': 409,
  'sales.until_past': 422,
  'sales.lead_not_found': 404,
  'sales.lead_decided': 409,
  'sales.name_needed': 422,
  'sales.no_such_dealer': 422,
  'sales.no_such_conversation': 404,
  'sales.nothing_to_attach': 422,
  'sales.lead_waits': 409,
  'sales.no_such_answer': 422,
  'sales.no_such_objection': 404,
  'sales.objection_taken': 409,
  'sales.objection_changed': 409,
  'sales.name_taken': 409,
  'sales.no_such_calendar': 422,
  'sales.no_such_word': 404,
  'sales.task_not_found': 404,
  'sales.deals_stand_here': 409,
  'sales.last_stage': 409,
  'sales.last_pipeline': 409,
});
