import { defineSlot } from '../../ui/slot.tsx';
import type { Product } from './client.ts';

/** What later domains know of a product, on its page. */
export const productSections = defineSlot<{ product: Product }>('catalog.productSections');

export type TakerSegmentsProps = {
  label: string;
  value: readonly number[];
  onChange: (ids: number[]) => void;
};

/** By which a later domain lets choose in which segments whoever takes something must be. */
export const takerSegmentsField = defineSlot<TakerSegmentsProps>('catalog.takerSegmentsField');
