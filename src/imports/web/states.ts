import type { Tone } from '../../ui/show/badge.tsx';
import type { Import, ImportState } from './client.ts';

/** The four screens of an import, in their order. */
export const steps = ['file', 'columns', 'check', 'result'] as const;
export type Step = (typeof steps)[number];

export const stateTones: Record<ImportState, Tone> = {
  uploaded: 'gray',
  staging: 'blue',
  checking: 'blue',
  checked: 'teal',
  applying: 'blue',
  applied: 'green',
  undoing: 'blue',
  undone: 'gray',
  failed: 'red',
};

const ofResult: readonly ImportState[] = ['applying', 'applied', 'undoing', 'undone'];
const running: readonly ImportState[] = ['staging', 'checking', 'applying', 'undoing'];

export function isRunning({ state }: Pick<Import, 'state'>): boolean {
  return running.includes(state);
}

/** How the file is read and what its columns become may still be changed. */
export function isEditable({ state }: Pick<Import, 'state'>): boolean {
  return state === 'uploaded' || state === 'checked';
}

/** Nothing of it is in the base yet, so it can be dropped with its file. */
export function isDroppable({ state, failedIn }: Pick<Import, 'state' | 'failedIn'>): boolean {
  const hasFailedEarly = state === 'failed' && !ofResult.includes(failedIn ?? 'staging');
  return state === 'uploaded' || state === 'checked' || hasFailedEarly;
}

export function isUndoable({ state, failedIn }: Pick<Import, 'state' | 'failedIn'>): boolean {
  return state === 'applied' || (state === 'failed' && ofResult.includes(failedIn ?? 'staging'));
}

/** The screen on which an import stands by its state, however the page was opened. */
export function stepOf({ state, failedIn }: Pick<Import, 'state' | 'failedIn'>): Step {
  const at = state === 'failed' ? (failedIn ?? 'staging') : state;
  if (at === 'uploaded') return 'file';
  return ofResult.includes(at) ? 'result' : 'check';
}

/** Screens that can be opened: what was is seen, what is to come waits for its turn. */
export function openSteps(imported: Pick<Import, 'state' | 'failedIn'>): readonly Step[] {
  const own = stepOf(imported);
  const last = isEditable(imported) ? 'check' : own;
  return steps.slice(0, steps.indexOf(last) + 1);
}

/** The screen that the address asks for, where it is open; else the import's own. */
export function stepFrom(asked: string | null, imported: Pick<Import, 'state' | 'failedIn'>): Step {
  return openSteps(imported).find((step) => step === asked) ?? stepOf(imported);
}
