import { defineErrors } from '../kernel/api/define.ts';
import { checkingApi } from './api/checking.ts';
import { effectApi } from './api/effect.ts';
import { fairnessApi } from './api/fairness.ts';
import { friendsApi } from './api/friends.ts';
import { membersApi } from './api/members.ts';
import { ownPageApi } from './api/own-page.ts';
import { privilegesApi } from './api/privileges.ts';
import { programmeApi } from './api/programme.ts';
import { rewardsApi } from './api/rewards.ts';
import { rulesApi } from './api/rules.ts';
import { tariffsApi } from './api/tariffs.ts';

export const api = {
  ...programmeApi,
  ...rulesApi,
  ...membersApi,
  ...rewardsApi,
  ...friendsApi,
  ...ownPageApi,
  ...privilegesApi,
  ...tariffsApi,
  ...checkingApi,
  ...fairnessApi,
  ...effectApi,
};

export const errors = defineErrors({
  'loyalty.changed_meanwhile': 409,
  'loyalty.name_taken': 409,
  'loyalty.levels_alike': 422,
  'loyalty.level_in_use': 409,
  'loyalty.no_such_rule': 404,
  'loyalty.rule_untried': 409,
  'loyalty.no_member': 404,
  'loyalty.no_such_household': 422,
  'loyalty.pooled_already': 409,
  'loyalty.not_pooled': 409,
  'loyalty.no_such_reward': 404,
  'loyalty.reward_without_value': 422,
  'loyalty.no_such_level': 422,
  'loyalty.no_such_product': 422,
  'loyalty.product_with_fee': 422,
  'loyalty.not_enough_points': 409,
  'loyalty.level_needed': 409,
  'loyalty.none_left': 409,
  'loyalty.too_often': 409,
  'loyalty.over_budget': 409,
  'loyalty.no_account': 409,
  'loyalty.no_such_redemption': 404,
  'loyalty.used_already': 409,
  'loyalty.steps_alike': 422,
  'loyalty.no_such_code': 404,
  'loyalty.no_such_page': 404,
  'loyalty.no_such_way': 409,
  'loyalty.leaving_already': 409,
  'loyalty.no_public_address': 409,
  'loyalty.no_such_tariff': 404,
  'loyalty.too_few_friends': 409,
  'loyalty.has_tariff_already': 409,
  'loyalty.no_friend_tariff': 409,
  'loyalty.told_already': 409,
  'loyalty.not_held': 409,
  'loyalty.nothing_unfair': 409,
});
