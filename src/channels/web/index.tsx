import { MailWarning } from 'lucide-react';
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
      icon: MailWarning,
      path: '/settings/channels',
      permission,
    },
  ],
  fills: [
    fillWith(settingsPages, {
      channels: {
        labelKey: 'channels:aside.title',
        icon: MailWarning,
        group: 'control',
        order: 20,
        permission,
      },
    }),
  ],
});
