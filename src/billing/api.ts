import { z } from 'zod';
import { defineErrors } from '../kernel/api/define.ts';
import { DateOnly, Id } from '../kernel/api/shapes.ts';
import { advisorApi } from './api/advisor.ts';
import { chargingApi } from './api/charging.ts';
import { creditApi } from './api/credit.ts';
import { moneyInApi } from './api/money-in.ts';
import { correctionsApi } from './api/corrections.ts';
import { papersApi } from './api/papers.ts';
import { correctionSettingsApi } from './api/settings.ts';
import { serviceApi } from './api/service.ts';
import { statementApi } from './api/statement.ts';

export { Correction, LineMention } from './api/shapes.ts';

export const api = {
  ...statementApi,
  ...moneyInApi,
  ...papersApi,
  ...correctionsApi,
  ...correctionSettingsApi,
  ...chargingApi,
  ...serviceApi,
  ...creditApi,
  ...advisorApi,
};

export const errors = defineErrors({
  'billing.account_open': 409,
  'billing.correction_open': 409,
  'billing.no_such_account': 404,
  'billing.no_such_line': 422,
  'billing.wrong_period': 422,
  'billing.wrong_direction': 422,
  'billing.not_a_charge': 422,
  'billing.above_charge': 422,
  'billing.no_such_origin': 404,
  'billing.no_such_reason': 422,
  'billing.reason_taken': 409,
  'billing.no_such_correction': 404,
  'billing.already_decided': 409,
  'billing.own_proposal': 409,
  'billing.above_limit': 409,
  'billing.not_posted': 409,
  'billing.no_such_role': 404,
  'billing.above_own_limit': 422,
  'billing.bad_login': 422,
  'billing.short_password': 422,
  'billing.source_taken': 409,
  'billing.source_unguarded': 422,
  'billing.most_below_least': 422,
  'billing.no_such_source': 404,
  'billing.source_changed_meanwhile': 409,
  'billing.no_such_conflict': 404,
  'billing.payment_differs': 409,
  'billing.changed_since': 409,
  'billing.begins_too_early': 422,
  'billing.charging_off': 409,
  'billing.not_active': 409,
  'billing.not_suspended': 409,
  'billing.pause_too_short': 422,
  'billing.pause_quota': 422,
  'billing.pause_overlaps': 409,
  'billing.no_such_pause': 404,
  'billing.account_closed': 409,
  'billing.no_such_subscription': 404,
  'billing.no_such_version': 404,
  'billing.has_it_already': 409,
  'billing.no_such_promotion': 404,
  'billing.wrong_discount': 422,
  'billing.no_such_discount': 404,
  'billing.no_such_payment': 404,
  'billing.already_placed': 409,
  'billing.other_currency': 409,
  'billing.above_payment': 409,
  'billing.card_is_spent': 409,
  'billing.return_at_desk': 409,
  'billing.return_at_dealer': 409,
  'billing.no_open_shift': 409,
  'billing.key_of_another': 409,
  'billing.no_such_team': 422,
  'billing.desk_has_shift': 409,
  'billing.no_such_desk': 404,
  'billing.shift_open': 409,
  'billing.name_difference': 422,
  'billing.given_less': 422,
  'billing.not_cash': 409,
  'billing.other_shift': 409,
  'billing.not_enough_cash': 409,
  'billing.no_such_shift': 404,
  'billing.shift_ended': 409,
  'billing.shift_moved': 409,
  'billing.no_such_operation': 404,
  'billing.statement_too_large': 413,
  'billing.statement_unread': 422,
  'billing.no_promise': 409,
  'billing.promise_sum': 422,
  'billing.promise_too_small': 422,
  'billing.no_such_rule': 404,
  'billing.rule_taken': 409,
  'billing.rule_without_sums': 422,
  'billing.too_many_months': 422,
  'billing.wrong_hours': 422,
  'billing.wrong_tax_number': 422,
  'billing.wrong_tax_reason_code': 422,
  'billing.wrong_registration_number': 422,
  'billing.wrong_bank_code': 422,
  'billing.wrong_bank_account': 422,
  'billing.wrong_correspondent_account': 422,
  'billing.vat_twice': 422,
  'billing.too_many_lines': 422,
  'billing.nothing_to_pay': 409,
  'billing.seller_unknown': 409,
  'billing.no_such_paper': 404,
  'billing.month_not_over': 409,
  'billing.month_not_charged': 409,
  'billing.step_without_words': 422,
  'billing.dunning_untried': 409,
});

/** An account as the 360° card shows it, in its part `accounts`. */
export const AccountOnCard = z.object({
  id: Id,
  number: z.string(),
  contractNumber: z.string().nullable(),
  contractOn: DateOnly.nullable(),
  state: z.enum(['active', 'suspended', 'paused', 'closed']),
  currency: z.string(),
  /** Below zero the subscriber owes. */
  balanceMinor: z.int(),
  creditLimitMinor: z.int(),
  serviceAddressId: Id.nullable(),
  closedOn: DateOnly.nullable(),
  subscriptions: z.array(
    z.object({
      id: Id,
      kind: z.enum(['tariff', 'addon']),
      service: z.string(),
      name: z.string(),
      speedKbps: z.int().nullable(),
      monthlyFeeMinor: z.int(),
      startedOn: DateOnly.nullable(),
      endedOn: DateOnly.nullable(),
    }),
  ),
  lines: z.array(
    z.object({
      id: Id,
      kind: z.enum(['internet', 'tv', 'phone', 'mobile']),
      login: z.string().nullable(),
      ip: z.string().nullable(),
      mac: z.string().nullable(),
      number: z.string().nullable(),
    }),
  ),
});

export type AccountOnCard = z.output<typeof AccountOnCard>;
