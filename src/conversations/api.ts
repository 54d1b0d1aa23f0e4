import { defineErrors } from '../kernel/api/define.ts';
import { callsApi } from './api/calls.ts';
import { boardApi } from './api/board.ts';
import { deskApi } from './api/desk.ts';
import { mergingApi } from './api/merging.ts';
import { reportApi } from './api/report.ts';
import { settingsApi } from './api/settings.ts';
import { skillRulesApi } from './api/skills.ts';
import { verifyingApi } from './api/verifying.ts';
import { workApi } from './api/work.ts';

export const api = {
  ...deskApi,
  ...boardApi,
  ...mergingApi,
  ...workApi,
  ...callsApi,
  ...reportApi,
  ...settingsApi,
  ...skillRulesApi,
  ...verifyingApi,
};

export const errors = defineErrors({
  'conversations.not_found': 404,
  'conversations.follow_up_not_found': 404,
  'conversations.message_not_found': 404,
  'conversations.file_not_found': 404,
  'conversations.recording_not_found': 404,
  'conversations.message_settled': 409,
  'conversations.cannot_answer': 422,
  'conversations.answers_elsewhere': 409,
  'conversations.nothing_said': 422,
  'conversations.too_long': 422,
  'conversations.too_many_files': 422,
  'conversations.file_too_large': 422,
  'conversations.files_too_large': 422,
  'conversations.file_not_taken': 422,
  'conversations.changed_meanwhile': 409,
  'conversations.already_taken': 409,
  'conversations.closed_already': 409,
  'conversations.not_closed': 409,
  'conversations.not_yours': 409,
  'conversations.not_taken': 409,
  'conversations.offer_over': 409,
  'conversations.cannot_work': 422,
  'conversations.outcome_outgoing': 422,
  'conversations.time_needed': 422,
  'conversations.time_past': 422,
  'conversations.touch_first': 422,
  'conversations.outcome_needed': 422,
  'conversations.note_needed': 422,
  'conversations.no_such_subscriber': 422,
  'conversations.period_too_long': 422,
  'conversations.still_open': 409,
  'conversations.still_coming': 409,
  'conversations.merge_into_itself': 422,
  'conversations.no_such_merge': 404,
  'conversations.too_many_tries': 429,
  'conversations.too_many_codes': 429,
  'conversations.caller_unknown': 409,
  'conversations.no_code_word': 409,
  'conversations.no_code_sent': 409,
  'conversations.no_such_way': 409,
  'conversations.rule_empty': 422,
  'conversations.rule_not_found': 404,
  'conversations.no_such_skill': 422,
  'conversations.no_such_label': 422,
  'conversations.too_many_rules': 422,
  'conversations.split_nothing_asked': 422,
  'conversations.split_all': 422,
  'conversations.no_such_split': 404,
  'conversations.split_is_merged': 409,
  'conversations.link_to_itself': 422,
});
