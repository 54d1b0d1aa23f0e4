import { AppWindow, Mail } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { fillWith } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

const permission = 'channels.view';
const manage = 'channels.manage';

export const web = defineWeb({
  domain: 'channels',
  routes: [
    { path: '/settings/channels', permission, lazy: () => import('./set-aside-page.tsx') },
    {
      path: '/settings/mailboxes',
      permission: manage,
      lazy: () => import('./mailboxes-page.tsx'),
    },
    {
      path: '/settings/mailboxes/:id',
      permission: manage,
      lazy: () => import('./mailbox-page.tsx'),
    },
  ],
  commands: [
    {
      id: 'set-aside',
      labelKey: 'aside.title',
      icon: AppWindow,
      path: '/settings/channels',
      permission,
    },
    {
      id: 'mailboxes',
      labelKey: 'mailboxes.title',
      icon: Mail,
      path: '/settings/mailboxes',
      permission: manage,
    },
  ],
  fills: [
    fillWith(settingsPages, {
      mailboxes: {
        labelKey: 'channels:mailboxes.title',
        icon: Mail,
        group: 'work',
        order: 25,
        permission: manage,
      },
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
