import { defineSlot } from '../slot.tsx';

/** The person's own state (ready, on a break), small, at the foot of the rail. */
export const presenceSlot = defineSlot<object>('shell.presence');

/** Entries of the menu under one's own picture, each an `AccountItem`; `close` folds the menu. */
export const accountSlot = defineSlot<{ close: () => void }>('shell.account');

/** What must be known on any screen and may stand for long: a bar above the page. */
export const barSlot = defineSlot<object>('shell.bar');

/** What may come over any screen by itself: an offered request, an incoming call. */
export const overlaySlot = defineSlot<object>('shell.overlay');
