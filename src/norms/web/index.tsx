import { Timer } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { fillWith } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

const permission = 'norms.edit';

export const web = defineWeb({
  domain: 'norms',
  routes: [
    { path: '/settings/norms', permission, lazy: () => import('./norms-page.tsx') },
    {
      path: '/settings/norms/calendars/:id',
      permission,
      lazy: () => import('./calendar/calendar-page.tsx'),
    },
  ],
  commands: [{ id: 'norms', labelKey: 'title', icon: Timer, path: '/settings/norms', permission }],
  fills: [
    fillWith(settingsPages, {
      norms: { labelKey: 'norms:title', icon: Timer, group: 'work', order: 10, permission },
    }),
  ],
});
