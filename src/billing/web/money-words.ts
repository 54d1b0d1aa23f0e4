import {
  Banknote,
  BadgeCheck,
  BadgeX,
  FileText,
  HandCoins,
  Receipt,
  RotateCcw,
  Scale,
  Undo2,
} from 'lucide-react';
import { formatMoney } from '../../ui/format.ts';
import type { TimelineEntry, TimelineWord } from '../../ui/timeline/words.ts';
import { signedMoney } from './use-line-words.ts';

/** The sum without its sign, as the words say which way it went. */
const sum = ({ facts }: TimelineEntry) => ({
  ...facts,
  sum: formatMoney(Math.abs(Number(facts['amountMinor'])), String(facts['currency'])),
});

const word = (icon: TimelineWord['icon'], key: string): TimelineWord => ({
  icon,
  kind: 'money',
  textKey: `billing:timeline.${key}`,
  values: sum,
});

/** What happened to a correction; its sum keeps its sign, for both ways are usual. */
const step = (icon: TimelineWord['icon'], key: string): TimelineWord => ({
  icon,
  kind: 'money',
  textKey: `billing:timeline.${key}`,
  values: ({ facts }) => ({
    ...facts,
    sum: signedMoney(Number(facts['amountMinor']), String(facts['currency'])),
  }),
});

const everydayKey = 'billing:timeline.everyday';

/** What the timeline says of payments, charges, corrections and papers. */
export const moneyWords: Readonly<Record<string, TimelineWord>> = {
  'billing.payment_received': { ...word(Banknote, 'paid'), tone: 'green', everydayKey },
  'billing.payment_placed': { ...word(Banknote, 'placed'), tone: 'green' },
  'billing.payment_returned': word(Undo2, 'returned'),
  'billing.correction_proposed': step(HandCoins, 'proposed'),
  'billing.correction_posted': { ...step(BadgeCheck, 'posted'), tone: 'green' },
  'billing.correction_refused': { ...step(BadgeX, 'refused'), tone: 'red' },
  'billing.correction_withdrawn': step(Undo2, 'withdrawn'),
  'billing.statement_made': word(FileText, 'statement_made'),
  'billing.invoice_made': word(FileText, 'invoice_made'),
  'ledger.monthly_charges': { ...word(Receipt, 'charged'), everydayKey },
  'ledger.charges': { ...step(Receipt, 'chargedRun'), everydayKey },
  'ledger.opening_balances': word(Scale, 'opening'),
  'ledger.reversal': word(RotateCcw, 'reversed'),
};
