import type { EntryAction } from '../client.ts';

export const actionKinds = ['task', 'owner', 'prompt'] as const;

const DAY_SECONDS = 86_400;

/** An action as it stands in a form before it is filled in. */
export function freshAction(kind: (typeof actionKinds)[number], calendarId: number): EntryAction {
  switch (kind) {
    case 'task':
      return { kind, text: '', withinSeconds: DAY_SECONDS, calendarId, staffId: null };
    case 'owner':
      return { kind, teamId: null, isOnlyNobodys: true };
    default:
      return { kind, what: 'guided_sale' };
  }
}
