import { ListChecks } from 'lucide-react';
import { defineWeb } from '../../ui/web.ts';

const icon = ListChecks;
const permission = 'quality.view';
const reviews = { labelKey: 'reviews.title', icon, path: '/quality/reviews', permission };
const learning = { labelKey: 'learning.title', icon, path: '/quality/learning', permission };
const audits = {
  labelKey: 'audits.title',
  icon,
  path: '/quality/audits',
  permission: 'quality.audit',
};
const mystery = {
  labelKey: 'mystery.title',
  icon,
  path: '/quality/mystery',
  permission: 'quality.audit',
};
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
    { ...audits, id: 'audits', group: 'lead', order: 64 },
    { ...mystery, id: 'mystery', group: 'lead', order: 65 },
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
    {
      path: audits.path,
      permission: audits.permission,
      lazy: () => import('./audits/audits-page.tsx'),
    },
    {
      path: '/quality/audits/:id',
      permission: audits.permission,
      lazy: () => import('./audits/audit-page.tsx'),
    },
    {
      path: '/quality/checklists',
      permission: audits.permission,
      lazy: () => import('./audits/checklists-page.tsx'),
    },
    {
      path: mystery.path,
      permission: mystery.permission,
      lazy: () => import('./mystery/rounds-page.tsx'),
    },
    {
      path: '/quality/mystery/:id',
      permission: mystery.permission,
      lazy: () => import('./mystery/round-page.tsx'),
    },
    { path: cards.path, permission, lazy: () => import('./cards/cards-page.tsx') },
  ],
  commands: [
    { id: 'quality-reviews', ...reviews },
    { id: 'quality-learning', ...learning },
    { id: 'quality-audits', ...audits },
    { id: 'quality-mystery', ...mystery },
    { id: 'quality-calibrations', ...calibrations },
    { id: 'quality-cards', ...cards },
    { id: 'quality-lost', ...lost },
  ],
});
