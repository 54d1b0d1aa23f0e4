import { ListChecks } from 'lucide-react';
import { defineWeb } from '../../ui/web.ts';

const icon = ListChecks;
const permission = 'quality.view';
const reviews = { labelKey: 'reviews.title', icon, path: '/quality/reviews', permission };
const learning = { labelKey: 'learning.title', icon, path: '/quality/learning', permission };
const calibrations = {
  labelKey: 'calibrations.title',
  icon,
  path: '/quality/calibrations',
  permission: 'quality.review',
};
const lost = { labelKey: 'lost.title', icon, path: '/quality/lost', permission: 'quality.lost' };
const cards = { labelKey: 'cards.title', icon, path: '/quality/cards', permission };

export const web = defineWeb({
  domain: 'quality',
  nav: [
    { ...lost, id: 'lost', group: 'lead', order: 58 },
    { ...reviews, id: 'quality', labelKey: 'reviews.short', group: 'lead', order: 62 },
    { ...learning, id: 'learning', group: 'lead', order: 63 },
  ],
  routes: [
    { path: reviews.path, permission, lazy: () => import('./reviews/reviews-page.tsx') },
    { path: '/quality/reviews/:id', permission, lazy: () => import('./reviews/review-page.tsx') },
    {
      path: calibrations.path,
      permission: calibrations.permission,
      lazy: () => import('./calibration/calibrations-page.tsx'),
    },
    {
      path: '/quality/calibrations/:id',
      permission: calibrations.permission,
      lazy: () => import('./calibration/calibration-page.tsx'),
    },
    { path: learning.path, permission, lazy: () => import('./lessons/learning-page.tsx') },
    {
      path: '/quality/learning/:id',
      permission,
      lazy: () => import('./lessons/assignment-page.tsx'),
    },
    { path: '/quality/lessons', permission, lazy: () => import('./lessons/lessons-page.tsx') },
    {
      path: '/quality/lessons/:id',
      permission: 'quality.manage',
      lazy: () => import('./lessons/lesson-page.tsx'),
    },
    { path: lost.path, permission: lost.permission, lazy: () => import('./lost/lost-page.tsx') },
    {
      path: '/quality/lost/contacts',
      permission: 'quality.lost_rows',
      lazy: () => import('./lost/contacts-page.tsx'),
    },
    { path: cards.path, permission, lazy: () => import('./cards/cards-page.tsx') },
  ],
  commands: [
    { id: 'quality-reviews', ...reviews },
    { id: 'quality-learning', ...learning },
    { id: 'quality-calibrations', ...calibrations },
    { id: 'quality-cards', ...cards },
    { id: 'quality-lost', ...lost },
  ],
});
