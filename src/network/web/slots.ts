import { defineSlot } from '../../ui/slot.tsx';
import type { Chosen } from './check/address-field.tsx';

/** What other domains do with an address that was checked, such as selling there. */
export const checkActions = defineSlot<Chosen>('network.checkActions');
