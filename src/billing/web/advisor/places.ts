import { ThumbsUp } from 'lucide-react';

/** Where all accounts are advised on, in the rail and among the commands. */
export const advisor = {
  id: 'advisor',
  labelKey: 'advisor.page',
  icon: ThumbsUp,
  path: '/advisor',
  permission: 'billing.advisor',
} as const;

/** Where it is set by what the advisor judges. */
export const advising = {
  labelKey: 'billing:advisor.page',
  icon: ThumbsUp,
  permission: 'billing.settings',
} as const;

export const advisorRoutes = [
  {
    path: advisor.path,
    permission: advisor.permission,
    lazy: () => import('./advisor-page.tsx'),
  },
  {
    path: '/settings/advisor',
    permission: advising.permission,
    lazy: () => import('../settings/advisor-page.tsx'),
  },
];
