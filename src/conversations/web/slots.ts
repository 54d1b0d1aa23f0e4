import { defineSlot } from '../../ui/slot.tsx';
import type { Opened } from './api.ts';

/** Beside an open conversation, above the person: what later domains have to say to the agent. */
export const personSections = defineSlot<{ conversation: Opened }>('conversations.personSections');
