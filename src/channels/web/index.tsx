import { AppWindow, Cable } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { fillWith } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

const permission = 'channels.view';
const manage = 'channels.manage';

export const web = defineWeb({
  domain: 'channels',
  routes: [
    { path: '/settings/set-aside', permission, lazy: () => import('./set-aside-page.tsx') },
    {
      path: '/settings/channels',
      permission: manage,
      lazy: () => import('./channels-page.tsx'),
    },
    {
      path: '/settings/channels/email/:id',
      permission: manage,
      lazy: () => import('./mailbox-page.tsx'),
    },
    {
      path: '/settings/channels/telegram/:id',
      permission: manage,
      lazy: () => import('./bot-page.tsx'),
    },
    {
      path: '/settings/channels/chat/:id',
      permission: manage,
      lazy: () => import('./chat-page.tsx'),
    },
    {
      path: '/settings/channels/vk/:id',
      permission: manage,
      lazy: () => import('./community-page.tsx'),
    },
    {
      path: '/settings/channels/asterisk/:id',
      permission: manage,
      lazy: () => import('./asterisk-page.tsx'),
    },
    {
      path: '/settings/channels/telephony/:id',
      permission: manage,
      lazy: () => import('./telephony-page.tsx'),
    },
  ],
  commands: [
    {
      id: 'set-aside',
      labelKey: 'aside.title',
      icon: AppWindow,
      path: '/settings/set-aside',
      permission,
    },
    {
      id: 'channels',
      labelKey: 'channels.title',
      icon: Cable,
      path: '/settings/channels',
      permission: manage,
    },
  ],
  fills: [
    fillWith(settingsPages, {
      channels: {
        labelKey: 'channels:channels.title',
        icon: Cable,
        group: 'work',
        order: 25,
        permission: manage,
      },
      'set-aside': {
        labelKey: 'channels:aside.title',
        icon: AppWindow,
        group: 'work',
        order: 30,
        permission,
      },
    }),
  ],
});
