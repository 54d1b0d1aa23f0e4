import { ChartColumn } from 'lucide-react';

const permission = 'sales.economics';

export const figureRoutes = [
  { path: '/deals/forecast', permission, lazy: () => import('./forecast-page.tsx') },
  { path: '/deals/economics', permission, lazy: () => import('./economics-page.tsx') },
];

export const figureCommands = [
  {
    id: 'deals.forecast',
    labelKey: 'forecast.title',
    icon: ChartColumn,
    path: '/deals/forecast',
    permission,
  },
  {
    id: 'deals.economics',
    labelKey: 'economics.title',
    icon: ChartColumn,
    path: '/deals/economics',
    permission,
  },
];
