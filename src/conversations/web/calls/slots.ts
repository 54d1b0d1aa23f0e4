import { defineSlot } from '../../../ui/slot.tsx';

/**
 * What other domains show of a caller before the first word: open tickets, an incident at the
 * address, what to do next. `parts` are what they fill `callerParts` with.
 */
export const callerPieces = defineSlot<{ parts: Record<string, unknown> }>(
  'conversations.callerPieces',
);
