import type { Kind } from '../api/choices.ts';

/**
 * VK takes a message whose `random_id` it has seen within the last hour as that message
 * (https://dev.vk.com/method/messages.send); some minutes are left for the way.
 */
export const KEY_KNOWN_MS = 50 * 60_000;

/** Channels whose messages carry a key, so that one handed over again is not doubled. */
export const keyedKinds: readonly Kind[] = ['vk'];

/** Whether a message that may have been taken can be handed over again. */
export const mayRepeat = (kind: Kind, unsureSince: Date, now: Date): boolean =>
  keyedKinds.includes(kind) && now.getTime() - unsureSince.getTime() <= KEY_KNOWN_MS;
