import { ListChecks } from 'lucide-react';
import { defineWeb } from '../../ui/web.ts';

const icon = ListChecks;
const permission = 'quality.view';
const reviews = { labelKey: 'reviews.title', icon, path: '/quality/reviews', permission };
const cards = { labelKey: 'cards.title', icon, path: '/quality/cards', permission };

export const web = defineWeb({
  domain: 'quality',
  nav: [{ ...reviews, id: 'quality', labelKey: 'reviews.short', group: 'lead', order: 62 }],
  routes: [
    { path: reviews.path, permission, lazy: () => import('./reviews/reviews-page.tsx') },
    { path: '/quality/reviews/:id', permission, lazy: () => import('./reviews/review-page.tsx') },
    { path: cards.path, permission, lazy: () => import('./cards/cards-page.tsx') },
  ],
  commands: [
    { id: 'quality-reviews', ...reviews },
    { id: 'quality-cards', ...cards },
  ],
});
