import type { ReactNode } from 'react';
import { UserRoundPlus, Users } from 'lucide-react';
import { attributeEntities } from '../../work/web/index.tsx';
import { fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { searchBase } from './search.ts';
import { kinds, words } from './timeline-words.ts';

export type { Card } from './client.ts';
export { cardBadges, cardSections, cardServices, subscriberBulk } from './slots.ts';

/**
 * The facts of a subscriber for a pane beside a conversation or a ticket; `id` may be an old one.
 */
export const SubscriberAside = later<{ id: number; children?: ReactNode }>(
  async () => (await import('./subscriber-aside.tsx')).SubscriberAside,
);

/** Finds a subscriber by anything that is known, for saying whom other work is with. */
export const SubscriberPicker = later(
  async () => (await import('./subscriber-picker.tsx')).SubscriberPicker,
);

export const web = defineWeb({
  domain: 'subscribers',
  nav: [
    {
      id: 'subscribers',
      labelKey: 'list.title',
      icon: Users,
      path: '/subscribers',
      permission: 'subscribers.view',
      order: 200,
    },
  ],
  search: [{ id: 'base', search: searchBase }],
  routes: [
    {
      path: '/subscribers',
      permission: 'subscribers.view',
      lazy: () => import('./list-page.tsx'),
    },
    {
      path: '/subscribers/new',
      permission: 'subscribers.edit',
      lazy: () => import('./new-page.tsx'),
    },
    {
      path: '/subscribers/duplicates',
      permission: 'subscribers.merge',
      lazy: () => import('./duplicates-page.tsx'),
    },
    {
      path: '/subscribers/:id',
      permission: 'subscribers.view',
      lazy: () => import('./card-page.tsx'),
    },
    {
      path: '/subscribers/:id/edit',
      permission: 'subscribers.edit',
      lazy: () => import('./edit-page.tsx'),
    },
    {
      path: '/subscribers/:id/merge',
      permission: 'subscribers.merge',
      lazy: () => import('./merge-page.tsx'),
    },
  ],
  commands: [
    {
      id: 'subscribers.new',
      labelKey: 'new.title',
      icon: UserRoundPlus,
      permission: 'subscribers.edit',
      path: '/subscribers/new',
    },
    {
      id: 'subscribers.duplicates',
      labelKey: 'duplicates.title',
      permission: 'subscribers.merge',
      path: '/subscribers/duplicates',
    },
  ],
  fills: [
    fillWith(timelineKinds, kinds),
    fillWith(timelineWords, words),
    fillWith(attributeEntities, {
      subscribers: { labelKey: 'subscribers:list.title', order: 1 },
    }),
  ],
});
