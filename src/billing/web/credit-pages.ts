import { BellRing, HandHeart, Handshake } from 'lucide-react';

export const promises = {
  labelKey: 'billing:promises.rules.title',
  icon: HandHeart,
  permission: 'billing.settings',
} as const;

export const trust = {
  labelKey: 'billing:trust.title',
  icon: Handshake,
  permission: 'billing.settings',
} as const;

export const dunning = {
  labelKey: 'billing:dunning.title',
  icon: BellRing,
  permission: 'billing.settings',
} as const;

export const debtorsEntry = {
  id: 'debtors',
  labelKey: 'dunning.debtors',
  icon: BellRing,
  path: '/debtors',
  permission: 'billing.view',
} as const;

/** Pages about what may be spent before it is paid, and what is not paid in time. */
export const creditRoutes = [
  {
    path: '/settings/promises',
    permission: 'billing.settings',
    lazy: () => import('./promised/rules-page.tsx'),
  },
  {
    path: '/settings/promises/:id',
    permission: 'billing.settings',
    lazy: () => import('./promised/rule-page.tsx'),
  },
  {
    path: '/settings/trust',
    permission: 'billing.settings',
    lazy: () => import('./trust/trust-page.tsx'),
  },
  {
    path: '/debtors',
    permission: 'billing.view',
    lazy: () => import('./dunning/debtors-page.tsx'),
  },
  {
    path: '/settings/dunning',
    permission: 'billing.settings',
    lazy: () => import('./dunning/dunning-page.tsx'),
  },
];
