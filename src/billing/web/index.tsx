import { Banknote, Receipt, RotateCcw, Scale } from 'lucide-react';
import { formatMoney } from '../../ui/format.ts';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import {
  timelineKinds,
  timelineWords,
  type TimelineEntry,
  type TimelineWord,
} from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { cardServices } from '../../subscribers/web/index.tsx';

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

export const web = defineWeb({
  domain: 'billing',
  fills: [
    fill(cardServices, {
      id: 'billing.accounts',
      order: 10,
      Piece: later(async () => (await import('./accounts-section.tsx')).AccountsSection),
    }),
    fillWith(timelineKinds, { money: { textKey: 'billing:timeline.kind', order: 30 } }),
    fillWith(timelineWords, {
      'billing.payment_received': { ...word(Banknote, 'paid'), tone: 'green' },
      'ledger.monthly_charges': word(Receipt, 'charged'),
      'ledger.opening_balances': word(Scale, 'opening'),
      'ledger.reversal': word(RotateCcw, 'reversed'),
    }),
  ],
});
