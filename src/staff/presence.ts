export type PresenceState = 'ready' | 'break' | 'after_call' | 'away';

/** A screen says every 20 seconds that it is open; two such words missed, and its person is gone. */
export const HERE_FOR_SECONDS = 45;

export function isHere(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() <= HERE_FOR_SECONDS * 1000;
}
