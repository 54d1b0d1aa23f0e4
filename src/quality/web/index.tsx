import { ListChecks } from 'lucide-react';
import { defineWeb } from '../../ui/web.ts';

const permission = 'quality.view';
const cards = { labelKey: 'cards.title', icon: ListChecks, path: '/quality/cards', permission };

export const web = defineWeb({
  domain: 'quality',
  nav: [{ id: 'quality-cards', group: 'lead', order: 62, ...cards }],
  routes: [{ path: cards.path, permission, lazy: () => import('./cards/cards-page.tsx') }],
  commands: [{ id: 'quality-cards', ...cards }],
});
