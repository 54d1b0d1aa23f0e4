import { ChartColumn } from 'lucide-react';
import { defineWeb } from '../../ui/web.ts';

const permission = 'reports.view';

export const web = defineWeb({
  domain: 'reports',
  nav: [
    {
      id: 'kpis',
      group: 'lead',
      labelKey: 'kpis.short',
      icon: ChartColumn,
      path: '/reports',
      permission,
      order: 59,
    },
  ],
  routes: [
    { path: '/reports', permission, lazy: () => import('./kpis/kpi-page.tsx') },
    {
      path: '/reports/survival',
      permission,
      lazy: () => import('./survival/survival-page.tsx'),
    },
    {
      path: '/reports/schedules',
      permission: 'reports.schedules',
      lazy: () => import('./schedules/schedules-page.tsx'),
    },
    {
      path: '/reports/rows',
      permission: 'reports.rows',
      lazy: () => import('./kpis/rows-page.tsx'),
    },
  ],
});
