import type { Tone } from '../../../ui/show/badge.tsx';
import type { PresenceState } from './use-presence.ts';

/** The colour in which a state is shown wherever it is shown. */
export const stateTones: Record<PresenceState, Tone> = {
  ready: 'green',
  after_call: 'blue',
  break: 'amber',
  away: 'gray',
};
