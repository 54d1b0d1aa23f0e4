import { defineSlot } from '../../ui/slot.tsx';

/** What other domains do with an address that was checked, such as selling there. */
export const checkActions = defineSlot<{ text: string; flat: string }>('network.checkActions');
