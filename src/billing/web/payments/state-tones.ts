import type { Tone } from '../../../ui/show/badge.tsx';
import type { Payment } from '../client.ts';

/** What waits for a person stands out. */
export const stateTones: Record<Payment['state'], Tone> = {
  credited: 'green',
  unidentified: 'amber',
  returned: 'gray',
};
