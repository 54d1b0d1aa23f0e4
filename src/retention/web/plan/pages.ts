import { ListTodo } from 'lucide-react';

const care = 'retention.care';
const lists = { labelKey: 'retention:lists.title', icon: ListTodo, permission: care } as const;

export const listNav = {
  ...lists,
  id: 'care-lists',
  group: 'keep',
  labelKey: 'lists.title',
  path: '/retention/lists',
  order: 27,
} as const;

export const planRoutes = [
  {
    path: '/retention/plan',
    permission: 'retention.risk',
    lazy: () => import('./plan-page.tsx'),
  },
  { path: '/retention/lists', permission: care, lazy: () => import('../lists/lists-page.tsx') },
  { path: '/retention/lists/:id', permission: care, lazy: () => import('../lists/list-page.tsx') },
];

export const planCommands = [{ id: 'care.lists', path: '/retention/lists', ...lists }];
