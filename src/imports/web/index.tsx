import { FileInput } from 'lucide-react';
import { defineWeb } from '../../ui/web.ts';

const permission = 'imports.run';

export const web = defineWeb({
  domain: 'imports',
  nav: [
    {
      id: 'imports',
      group: 'setup',
      labelKey: 'nav',
      icon: FileInput,
      path: '/imports',
      permission,
      order: 800,
    },
  ],
  routes: [
    { path: '/imports', permission, lazy: () => import('./list-page.tsx') },
    { path: '/imports/new', permission, lazy: () => import('./new-page.tsx') },
    { path: '/imports/:id', permission, lazy: () => import('./wizard-page.tsx') },
  ],
  commands: [
    {
      id: 'imports.new',
      labelKey: 'new.title',
      icon: FileInput,
      permission,
      path: '/imports/new',
    },
  ],
});
