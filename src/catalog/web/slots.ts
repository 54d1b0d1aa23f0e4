import { defineSlot } from '../../ui/slot.tsx';
import type { Product } from './client.ts';

/** What later domains know of a product, on its page. */
export const productSections = defineSlot<{ product: Product }>('catalog.productSections');
