import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';
import { reachesShift } from './payments/cash/list-shifts.ts';
import { type BillingPermission, holderJoins, reachesAccount } from './reach.ts';

const seen = 'billing.view';

/** What screens hear: a statement, a card, a ticket or a queue of corrections may show it. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'billing.correction_proposed': seen,
  'billing.correction_posted': seen,
  'billing.correction_refused': seen,
  'billing.correction_withdrawn': seen,
  'billing.reason_added': 'signed-in',
  'billing.reason_changed': 'signed-in',
  'billing.limit_set': 'signed-in',
  'billing.payment_received': seen,
  'billing.payment_placed': seen,
  'billing.payment_returned': 'billing.payments',
  'billing.payment_held': 'billing.payments',
  'billing.payment_conflicted': 'billing.payments',
  'billing.conflict_settled': 'billing.payments',
  'billing.source_added': 'billing.settings',
  'billing.source_changed': 'billing.settings',
  'billing.settings_changed': 'billing.view',
  'billing.charges_made': 'billing.charge',
  'billing.advice_made': 'nobody',
  'billing.advisor_settings_changed': 'signed-in',
  'billing.service_suspended': seen,
  'billing.service_resumed': seen,
  'billing.service_paused': seen,
  'billing.service_limited': seen,
  'billing.limit_lifted': seen,
  'billing.pause_planned': seen,
  'billing.pause_taken_back': seen,
  'billing.account_opened': seen,
  'billing.account_was_closed': seen,
  'billing.line_added': seen,
  'billing.line_closed': seen,
  'billing.subscribed': seen,
  'billing.unsubscribed': seen,
  'billing.leaving_fee_waived': seen,
  'billing.payment_mode_set': seen,
  'billing.discount_given': seen,
  'billing.discount_ended': seen,
  'billing.charged_once': seen,
  'billing.promise_taken': seen,
  'billing.promise_kept': seen,
  'billing.promise_broken': seen,
  'billing.promise_rule_added': 'signed-in',
  'billing.promise_rule_changed': 'signed-in',
  'billing.promise_rules_ordered': 'signed-in',
  'billing.trust_changed': seen,
  'billing.trust_noticed': seen,
  'billing.trust_rule_changed': 'signed-in',
  'billing.statement_loaded': 'billing.payments',
  'billing.statement_previewed': 'nobody',
  'billing.doubt_settled': 'billing.payments',
  'billing.debt_reminded': seen,
  'billing.debt_to_call': seen,
  'billing.debtor_called': seen,
  'billing.dunning_paused': seen,
  'billing.dunning_resumed': seen,
  'billing.dunning_changed': 'signed-in',
  'billing.dunning_on': 'signed-in',
  'billing.dunning_off': 'signed-in',
  'billing.payments_listed': 'nobody',
  'billing.payments_exported': 'nobody',
  'billing.debtors_listed': 'nobody',
  'billing.debtors_exported': 'nobody',
  'billing.price_change_planned': seen,
  'billing.price_change_announced': seen,
  'billing.price_change_cancelled': seen,
  'billing.prices_changed': seen,
  'billing.price_change_told': seen,
  'billing.price_change_untold': seen,
  'billing.shift_opened': 'billing.cash_shifts',
  'billing.shift_ended': 'billing.cash_shifts',
  'billing.cash_moved': 'billing.cash_shifts',
  'billing.statement_made': seen,
  'billing.invoice_made': seen,
  'billing.payer_changed': seen,
  'billing.seller_changed': 'signed-in',
  'billing.acts_made': 'billing.charge',
  'billing.paper_downloaded': 'nobody',
  'billing.statement_viewed': 'nobody',
};

/** The same of accounts and of payments. */
export const accountsLive = liveReachOf('account', (ctx, permission, ids) => {
  // accounts_pkey, subscribers_pkey
  return sql`
  select a.id from accounts a ${holderJoins}
  where  a.id = any(${ids}::bigint[])
  and    ${reachesAccount(ctx, permission as BillingPermission)}`;
});

export const paymentsLive = liveReachOf('payment', (ctx, permission, ids) => {
  // payments_pkey, accounts_pkey, subscribers_pkey
  return sql`
  select p.id from payments p
  left   join accounts a on a.id = p.account_id
  left   join subscribers own on own.id = a.subscriber_id
  left   join subscribers r on r.id = own.root_id
  where  p.id = any(${ids}::bigint[])
  and    ${reachesAccount(ctx, permission as BillingPermission)}`;
});

/** Whose corrections screens hear of: those of accounts within reach. */
export const liveReach = liveReachOf('correction', (ctx, permission, ids) => {
  // corrections_pkey, accounts_pkey, subscribers_pkey
  return sql`
  select c.id from corrections c
  join   accounts a on a.id = c.account_id ${holderJoins}
  where  c.id = any(${ids}::bigint[])
  and    ${reachesAccount(ctx, permission as BillingPermission)}`;
});

/** Shifts of cash desks: one's own, of one's team, all. */
export const shiftsLive = liveReachOf('cash_shift', (ctx, _permission, ids) => {
  // cash_shifts_pkey
  return sql`
  select s.id from cash_shifts s
  where  s.id = any(${ids}::bigint[]) and ${reachesShift(ctx)}`;
});
