import { defineErrors } from '../kernel/api/define.ts';
import { giftsApi } from './api/gifts.ts';
import { occasionsApi } from './api/occasions.ts';
import { playbooksApi } from './api/playbooks.ts';
import { programmeApi } from './api/programme.ts';
import { sheetApi } from './api/sheet.ts';

export const api = {
  ...programmeApi,
  ...sheetApi,
  ...occasionsApi,
  ...giftsApi,
  ...playbooksApi,
};

export const errors = defineErrors({
  'vip.no_such_client': 404,
  'vip.changed_meanwhile': 409,
  'vip.no_such_personal_manager': 422,
  'vip.override_stands': 409,
  'vip.tier_needed': 422,
  'vip.term_past': 422,
  'vip.no_such_override': 404,
  'vip.decided_already': 409,
  'vip.own_wish': 409,
  'vip.tiers_crossed': 422,
  'vip.own_deputy': 422,
  'vip.wrong_period': 422,
  'vip.no_such_leader': 422,
  'vip.no_such_escalation': 404,
  'vip.answered_already': 409,
  'vip.no_such_day': 422,
  'vip.name_needed': 422,
  'vip.no_such_contact': 422,
  'vip.day_stands': 409,
  'vip.no_such_occasion': 404,
  'vip.greeted_already': 409,
  'vip.has_left': 409,
  'vip.hours_crossed': 422,
  'vip.words_needed': 422,
  'vip.unknown_name': 422,
  'vip.no_such_feed': 404,
  'vip.no_month': 422,
  'vip.no_such_item': 422,
  'vip.gift_over_limit': 422,
  'vip.gifts_over_year': 422,
  'vip.no_such_gift': 404,
  'vip.over_budget': 409,
  'vip.out_of_stock': 409,
  'vip.not_approved': 409,
  'vip.not_delivered': 409,
  'vip.name_taken': 409,
  'vip.no_such_supplier': 422,
  'vip.no_empathy': 422,
  'vip.wrong_branch': 422,
  'vip.no_such_playbook': 404,
  'vip.already_begun': 409,
  'vip.no_such_run': 404,
  'vip.run_over': 409,
  'vip.no_such_answer': 422,
});
