import { BadgePercent, CreditCard, Store, TicketCheck } from 'lucide-react';
import { cardServices } from '../../subscribers/web/index.tsx';
import { formatMoney } from '../../ui/format.ts';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineWords, type TimelineEntry } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';

const dealers = {
  id: 'dealers',
  labelKey: 'list.title',
  icon: Store,
  path: '/dealers',
  permission: 'dealers.view',
} as const;

const cards = {
  id: 'cards',
  labelKey: 'cards.title',
  icon: CreditCard,
  path: '/cards',
  permission: 'dealers.view',
} as const;

const cabinet = {
  id: 'cabinet',
  labelKey: 'cabinet.title',
  icon: BadgePercent,
  path: '/cabinet',
  permission: 'dealers.cabinet',
} as const;

const sum = ({ facts }: TimelineEntry) => ({
  ...facts,
  sum: formatMoney(Number(facts['amountMinor']), String(facts['currency'])),
});

export const web = defineWeb({
  domain: 'dealers',
  nav: [
    { ...dealers, group: 'partners', order: 230 },
    { ...cards, group: 'partners', order: 231 },
    { ...cabinet, group: 'partners', order: 232 },
  ],
  routes: [
    {
      path: '/dealers',
      permission: 'dealers.view',
      lazy: () => import('./dealer/list-page.tsx'),
    },
    {
      path: '/dealers/:id',
      permission: 'dealers.view',
      lazy: () => import('./dealer/dealer-page.tsx'),
    },
    { path: '/cards', permission: 'dealers.view', lazy: () => import('./cards/cards-page.tsx') },
    {
      path: '/cards/:id',
      permission: 'dealers.view',
      lazy: () => import('./cards/batch-page.tsx'),
    },
    {
      path: '/cabinet',
      permission: 'dealers.cabinet',
      lazy: () => import('./cabinet/cabinet-page.tsx'),
    },
  ],
  commands: [dealers, cards, cabinet],
  fills: [
    fill(cardServices, {
      id: 'dealers.activate',
      order: 20,
      permission: 'dealers.activate',
      Piece: later(async () => (await import('./activate-card.tsx')).ActivateCard),
    }),
    fillWith(timelineWords, {
      'dealers.card_activated': {
        icon: TicketCheck,
        kind: 'money',
        textKey: 'dealers:timeline.card_activated',
        values: sum,
      },
      'dealers.payment_taken': {
        icon: Store,
        kind: 'money',
        textKey: 'dealers:timeline.payment_taken',
        values: sum,
      },
    }),
  ],
});
