import { Timer } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { fillWith, later } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

export { useCalendars } from './use-calendars.ts';

/** A clock that says, clicked on, why it is due when it is. */
export const DeadlinePopover = later(
  async () => (await import('./deadline-popover.tsx')).DeadlinePopover,
);

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
