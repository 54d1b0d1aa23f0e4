import { CalendarClock, FileText } from 'lucide-react';
import { checkActions } from '../../network/web/index.tsx';
import { settingsPages } from '../../staff/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';

const permission = 'sales.manage';
const contract = { labelKey: 'sales:contract.page', icon: FileText, permission } as const;

const slots = { labelKey: 'sales:slots.title', icon: CalendarClock, permission } as const;

/** What a quote leads to: its contract, visits, the connection. */
export const connectingRoutes = [
  {
    path: '/deals/visits',
    permission: 'sales.work',
    lazy: () => import('./visits/visits-page.tsx'),
  },
  { path: '/settings/visits', permission, lazy: () => import('./visits/slots-page.tsx') },
  {
    path: '/settings/contract',
    permission,
    lazy: () => import('./contracts/template-page.tsx'),
  },
] as const;

export const connectingCommands = [
  {
    id: 'visits',
    labelKey: 'visits.title',
    icon: CalendarClock,
    path: '/deals/visits',
    permission: 'sales.work',
  },
  { id: 'settings-visits', path: '/settings/visits', ...slots },
  { id: 'settings-contract', path: '/settings/contract', ...contract },
] as const;

export const connectingFills = [
  fill(checkActions, {
    id: 'sell',
    permission: 'sales.work',
    Piece: later(async () => (await import('./sell-there.tsx')).SellThere),
  }),
  fillWith(settingsPages, { visits: { ...slots, group: 'sales', order: 60 } }),
  fillWith(settingsPages, { contract: { ...contract, group: 'sales', order: 50 } }),
];
