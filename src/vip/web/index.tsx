import { Crown } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { cardSections } from '../../subscribers/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { words } from './timeline.ts';

const permission = 'vip.work';
const settings = { labelKey: 'vip:rules.title', icon: Crown, permission: 'vip.manage' } as const;
const page = (id: string, path: string, labelKey: string) => ({
  id,
  path,
  labelKey,
  icon: Crown,
  permission,
});

export const web = defineWeb({
  domain: 'vip',
  nav: [{ id: 'vip', labelKey: 'list.short', icon: Crown, path: '/vip', permission, order: 26 }],
  routes: [
    { path: '/vip', permission, lazy: () => import('./sheet/sheet-page.tsx') },
    { path: '/vip/clients', permission, lazy: () => import('./list-page.tsx') },
    { path: '/vip/clients/:id', permission, lazy: () => import('./clients/client-page.tsx') },
    { path: '/vip/occasions', permission, lazy: () => import('./occasions/occasions-page.tsx') },
    { path: '/vip/playbooks', permission, lazy: () => import('./playbooks/playbooks-page.tsx') },
    { path: '/vip/groups/:id', permission, lazy: () => import('./groups/group-page.tsx') },
    { path: '/vip/audit', permission: 'vip.audit', lazy: () => import('./audit/audit-page.tsx') },
    { path: '/vip/events', permission, lazy: () => import('./events/events-page.tsx') },
    { path: '/vip/events/:id', permission, lazy: () => import('./events/event-page.tsx') },
    { path: '/vip/gifts', permission, lazy: () => import('./gifts/plan-page.tsx') },
    {
      path: '/settings/vip',
      permission: settings.permission,
      lazy: () => import('./rules/rules-page.tsx'),
    },
  ],
  commands: [
    page('vip', '/vip', 'sheet.title'),
    page('vip-clients', '/vip/clients', 'list.title'),
    page('vip-occasions', '/vip/occasions', 'occasions.title'),
    page('vip-events', '/vip/events', 'gatherings.title'),
    page('vip-gifts', '/vip/gifts', 'gifts.title'),
    { id: 'settings-vip', path: '/settings/vip', ...settings },
  ],
  fills: [
    fill(cardSections, {
      id: 'vip',
      order: 12,
      permission,
      Piece: later(async () => (await import('./card-vip.tsx')).CardVip),
    }),
    fillWith(settingsPages, { vip: { ...settings, group: 'work', order: 46 } }),
    fillWith(timelineKinds, { vip: { textKey: 'vip:timeline.kind', order: 24 } }),
    fillWith(timelineWords, words),
  ],
});
