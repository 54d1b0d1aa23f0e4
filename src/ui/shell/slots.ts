import { defineSlot } from '../slot.tsx';

/** The person's own state (ready, on a break), small, at the foot of the rail. */
export const presenceSlot = defineSlot<object>('shell.presence');

/** Entries of the menu under one's own picture, each an `AccountItem`; `close` folds the menu. */
export const accountSlot = defineSlot<{ close: () => void }>('shell.account');

/** What may come over any screen by itself: an offered request, an incoming call. */
export const overlaySlot = defineSlot<object>('shell.overlay');
