import { defineSlot } from '../../ui/slot.tsx';
import type { Opened } from './api.ts';

/**
 * Beside an open conversation, below the name: what later domains have to say to the agent. A plain
 * button stands with the others in one row, anything else under its own heading.
 */
export const personSections = defineSlot<{ conversation: Opened }>('conversations.personSections');

/**
 * What other domains show of a caller before the first word: open tickets, an incident at the
 * address, what to do next. `parts` are what they fill `callerParts` with.
 */
export const callerPieces = defineSlot<{ parts: Record<string, unknown> }>(
  'conversations.callerPieces',
);
