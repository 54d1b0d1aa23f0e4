import type { Handlers } from '../../kernel/wiring.ts';
import type { giftsApi } from '../api/gifts.ts';
import { deriveBudgets } from './derive-budgets.ts';
import { setBudget } from './set-budget.ts';
import { addItem } from './add-item.ts';
import { addSupplier } from './add-supplier.ts';
import { auditGifts } from './audit-gifts.ts';
import { changeGiftSettings } from './change-gift-settings.ts';
import { changeItem } from './change-item.ts';
import { listItems } from './list-items.ts';
import { showGiftSettings } from './settings.ts';

/** What can be given, within which limits, and who gave what. */
export type CatalogueRoute =
  | 'POST /api/vip-budgets/derive'
  | 'PUT /api/vip-budgets'
  | 'GET /api/vip-gifts/audit'
  | 'GET /api/vip-gift-items'
  | 'POST /api/vip-gift-items'
  | 'PUT /api/vip-gift-items/{id}'
  | 'POST /api/vip-suppliers'
  | 'GET /api/vip-gift-settings'
  | 'PUT /api/vip-gift-settings';

export const catalogueHandlers: Pick<Handlers<typeof giftsApi>, CatalogueRoute> = {
  'POST /api/vip-budgets/derive': deriveBudgets,
  'PUT /api/vip-budgets': setBudget,
  'GET /api/vip-gifts/audit': auditGifts,
  'GET /api/vip-gift-items': listItems,
  'POST /api/vip-gift-items': addItem,
  'PUT /api/vip-gift-items/{id}': changeItem,
  'POST /api/vip-suppliers': addSupplier,
  'GET /api/vip-gift-settings': showGiftSettings,
  'PUT /api/vip-gift-settings': changeGiftSettings,
};
