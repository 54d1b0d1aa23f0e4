import { Scale } from 'lucide-react';
import { defineWeb } from '../../ui/web.ts';

const page = {
  id: 'ledger',
  labelKey: 'balance.title',
  icon: Scale,
  path: '/ledger',
  permission: 'ledger.view',
} as const;

export const web = defineWeb({
  domain: 'ledger',
  nav: [{ ...page, group: 'money', order: 36 }],
  routes: [
    { path: '/ledger', permission: 'ledger.view', lazy: () => import('./balance-page.tsx') },
  ],
  commands: [page],
  fills: [],
});
