import { Hourglass } from 'lucide-react';
import { cardSections } from '../../../subscribers/web/index.tsx';
import { fill, later } from '../../../ui/slot.tsx';

const permission = 'retention.risk';

export const riskNav = {
  id: 'risk',
  group: 'keep',
  labelKey: 'risk.title',
  icon: Hourglass,
  path: '/retention/risk',
  permission,
  order: 25,
} as const;

export const riskRoutes = [
  { path: '/retention/risk', permission, lazy: () => import('./list-page.tsx') },
  {
    path: '/retention/risk/model',
    permission: 'retention.model',
    lazy: () => import('./model-page.tsx'),
  },
];

export const riskFills = [
  fill(cardSections, {
    id: 'risk',
    order: 15,
    permission,
    Piece: later(async () => (await import('./card-risk.tsx')).CardRisk),
  }),
];
