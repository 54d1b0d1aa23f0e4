import {
  BadgePercent,
  Cable,
  CirclePause,
  CirclePlay,
  CircleStop,
  PackageMinus,
  PackagePlus,
  BellRing,
  FileText,
  Unplug,
  HandHeart,
  Handshake,
  Receipt,
  Wallet,
} from 'lucide-react';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { textIn } from '../../../ui/texts.ts';
import type { TimelineEntry, TimelineWord } from '../../../ui/timeline/words.ts';

type Values = (facts: TimelineEntry['facts']) => Record<string, unknown>;

const word = (icon: TimelineWord['icon'], key: string, values?: Values): TimelineWord => ({
  icon,
  kind: 'money',
  textKey: `billing:timeline.${key}`,
  values: ({ facts }) => ({ ...facts, ...values?.(facts) }),
});

const choice = (group: string, value: unknown): string =>
  textIn('billing')(`choices.${group}.${String(value)}`);

const sumIn: Values = ({ amountMinor, currency }) => ({
  sum: formatMoney(Math.abs(Number(amountMinor)), String(currency)),
});

const feesIn: Values = ({ beforeMinor, afterMinor, currency, fromOn }) => ({
  before: formatMoney(Number(beforeMinor), String(currency)),
  after: formatMoney(Number(afterMinor), String(currency)),
  on: formatDay(String(fromOn)),
});

/** What happened to an account's service, in the words of the timeline. */
export const serviceWords: Record<string, TimelineWord> = {
  'billing.service_suspended': {
    ...word(CircleStop, 'service_suspended', ({ reason }) => ({
      why: choice('breakReason', reason),
    })),
    tone: 'red',
  },
  'billing.service_resumed': { ...word(CirclePlay, 'service_resumed'), tone: 'green' },
  'billing.service_limited': { ...word(CircleStop, 'service_limited'), tone: 'amber' },
  'billing.limit_lifted': { ...word(CirclePlay, 'limit_lifted'), tone: 'green' },
  'billing.service_paused': word(CirclePause, 'service_paused'),
  'billing.pause_planned': word(CirclePause, 'pause_planned', ({ fromOn, toOn }) => ({
    period: `${formatDay(String(fromOn))} – ${formatDay(String(toOn))}`,
  })),
  'billing.pause_taken_back': word(CirclePlay, 'pause_taken_back'),
  'billing.account_opened': { ...word(FileText, 'account_opened'), tone: 'green' },
  'billing.account_was_closed': { ...word(FileText, 'account_was_closed'), tone: 'red' },
  'billing.line_added': word(Cable, 'line_added', ({ kind }) => ({ line: choice('line', kind) })),
  'billing.line_closed': word(Unplug, 'line_closed', ({ kind }) => ({
    line: choice('line', kind),
  })),
  'billing.subscribed': word(PackagePlus, 'subscribed', ({ feeMinor, currency }) => ({
    fee: formatMoney(Number(feeMinor), String(currency)),
  })),
  'billing.unsubscribed': word(PackageMinus, 'unsubscribed'),
  'billing.leaving_fee_waived': word(PackageMinus, 'leaving_fee_waived', sumIn),
  'billing.payment_mode_set': word(Wallet, 'payment_mode_set', ({ paymentMode }) => ({
    mode: choice('paymentMode', paymentMode),
  })),
  'billing.discount_given': word(BadgePercent, 'discount_given'),
  'billing.discount_ended': word(BadgePercent, 'discount_ended'),
  'billing.promise_taken': word(HandHeart, 'promise_taken', (facts) => ({
    ...sumIn(facts),
    on: formatDay(String(facts['dueOn'])),
  })),
  'billing.promise_kept': { ...word(HandHeart, 'promise_kept', sumIn), tone: 'green' },
  'billing.promise_broken': { ...word(HandHeart, 'promise_broken', sumIn), tone: 'red' },
  'billing.trust_changed': word(Handshake, 'trust_changed', (facts) => ({
    ...sumIn(facts),
    before: formatMoney(Number(facts['beforeMinor']), String(facts['currency'])),
  })),
  'billing.trust_noticed': {
    ...word(Handshake, 'trust_noticed', (facts) => ({
      ...sumIn(facts),
      on: formatDay(String(facts['on'])),
    })),
    tone: 'amber',
  },
  'billing.price_change_told': word(BadgePercent, 'price_change_told', feesIn),
  'billing.price_change_untold': word(BadgePercent, 'price_change_untold', feesIn),
  'billing.debt_reminded': word(BellRing, 'debt_reminded', sumIn),
  'billing.debt_to_call': { ...word(BellRing, 'debt_to_call', sumIn), tone: 'amber' },
  'billing.debtor_called': word(BellRing, 'debtor_called'),
  'billing.dunning_paused': word(BellRing, 'dunning_paused', ({ untilOn }) => ({
    on: formatDay(String(untilOn)),
  })),
  'billing.dunning_resumed': word(BellRing, 'dunning_resumed'),
  'billing.charged_once': word(Receipt, 'charged_once', sumIn),
};
