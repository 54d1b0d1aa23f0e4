import { defineErrors } from '../kernel/api/define.ts';
import { careListsApi } from './api/care-lists.ts';
import { casesApi } from './api/cases.ts';
import { exitsApi } from './api/exits.ts';
import { figuresApi } from './api/figures.ts';
import { offersApi } from './api/offers.ts';
import { planApi } from './api/plan.ts';
import { playTasksApi } from './api/play-tasks.ts';
import { playsApi } from './api/plays.ts';
import { riskApi } from './api/risk.ts';
import { settingsApi } from './api/settings.ts';

export const api = {
  ...casesApi,
  ...settingsApi,
  ...offersApi,
  ...exitsApi,
  ...figuresApi,
  ...riskApi,
  ...planApi,
  ...playsApi,
  ...playTasksApi,
  ...careListsApi,
};

export const errors = defineErrors({
  'retention.no_such_case': 404,
  'retention.case_closed': 409,
  'retention.case_open': 409,
  'retention.changed_meanwhile': 409,
  'retention.nobody_known': 422,
  'retention.no_such_conversation': 404,
  'retention.no_such_reason': 422,
  'retention.reason_first': 409,
  'retention.exit_stands': 409,
  'retention.cannot_work': 422,
  'retention.time_past': 422,
  'retention.has_left': 409,
  'retention.another_open': 409,
  'retention.still_open': 409,
  'retention.name_taken': 409,
  'retention.no_such_rule': 404,
  'retention.unreadable_phrases': 422,
  'retention.training_on': 409,
  'retention.training_over': 409,
  'retention.no_such_version': 404,
  'retention.in_force': 409,
  'retention.not_offered': 409,
  'retention.answered_already': 409,
  'retention.not_answered': 409,
  'retention.undo_there': 409,
  'retention.no_account': 409,
  'retention.no_tariff': 409,
  'retention.tariff_needed': 422,
  'retention.no_correction_reason': 409,
  'retention.no_such_offer': 404,
  'retention.offer_without_value': 422,
  'retention.wrong_end': 422,
  'retention.may_not_waive': 403,
  'retention.no_exit': 409,
  'retention.no_such_equipment': 404,
  'retention.returned_ahead': 422,
  'retention.not_left_yet': 409,
  'retention.notice_stands': 409,
  'retention.no_notice': 409,
  'retention.notice_undecided': 409,
  'retention.ground_needed': 422,
  'retention.wrong_period': 422,
  'retention.no_such_category': 422,
  'retention.no_such_apology': 422,
  'retention.no_such_play': 404,
  'retention.segment_needed': 422,
  'retention.no_such_segment': 422,
  'retention.offer_needed': 422,
  'retention.offer_beside_reason': 422,
  'retention.words_needed': 422,
  'retention.unknown_name': 422,
  'retention.play_untried': 409,
  'retention.hours_crossed': 422,
  'retention.no_such_task': 404,
  'retention.task_done': 409,
  'retention.outcome_beside': 422,
  'retention.nobody_chosen': 409,
  'retention.no_such_list': 404,
  'retention.list_over': 409,
});
