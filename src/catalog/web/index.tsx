import { PackageOpen } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { fillWith } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

export type { Product } from './client.ts';
export { productSections } from './slots.ts';
export { useProducts, usePromotions } from './use-products.ts';

const permission = 'catalog.edit';
const entry = { labelKey: 'catalog:title', icon: PackageOpen, permission } as const;

export { technologies, uses } from '../kinds.ts';

export const web = defineWeb({
  domain: 'catalog',
  routes: [
    { path: '/settings/catalogue', permission, lazy: () => import('./catalogue-page.tsx') },
    { path: '/settings/catalogue/:id', permission, lazy: () => import('./product-page.tsx') },
  ],
  commands: [{ id: 'catalogue', path: '/settings/catalogue', ...entry }],
  fills: [fillWith(settingsPages, { catalogue: { ...entry, group: 'work', order: 36 } })],
});
