import { AppWindow } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { fillWith } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

const permission = 'channels.view';

export const web = defineWeb({
  domain: 'channels',
  routes: [{ path: '/settings/channels', permission, lazy: () => import('./set-aside-page.tsx') }],
  commands: [
    {
      id: 'set-aside',
      labelKey: 'aside.title',
      icon: AppWindow,
      path: '/settings/channels',
      permission,
    },
  ],
  fills: [
    fillWith(settingsPages, {
      channels: {
        labelKey: 'channels:aside.title',
        icon: AppWindow,
        group: 'work',
        order: 30,
        permission,
      },
    }),
  ],
});
