import { ScrollText } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { fillWith } from '../../ui/slot.tsx';

const permission = 'sales.manage';
const contract = { labelKey: 'sales:contract.page', icon: ScrollText, permission } as const;

/** What a quote leads to: its contract, visits, the connection. */
export const connectingRoutes = [
  {
    path: '/settings/contract',
    permission,
    lazy: () => import('./contracts/template-page.tsx'),
  },
] as const;

export const connectingCommands = [
  { id: 'settings-contract', path: '/settings/contract', ...contract },
] as const;

export const connectingFills = [
  fillWith(settingsPages, { contract: { ...contract, group: 'work', order: 43 } }),
];
