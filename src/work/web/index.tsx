import { Tags } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { fillWith } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

const permission = 'work.attributes';
const entry = { labelKey: 'work:attributes.title', icon: Tags, permission } as const;

export const web = defineWeb({
  domain: 'work',
  routes: [
    {
      path: '/settings/attributes',
      permission,
      lazy: () => import('./attributes/attributes-page.tsx'),
    },
  ],
  commands: [{ id: 'settings-attributes', path: '/settings/attributes', ...entry }],
  fills: [fillWith(settingsPages, { attributes: { ...entry, group: 'work', order: 1 } })],
});
