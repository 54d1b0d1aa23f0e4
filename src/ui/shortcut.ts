import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isPressed, isTyping } from './keys.ts';

type Shortcut = { combination: string; label: string | undefined; run: () => void };

type Options = {
  /** What it does, for the sheet of shortcuts; without it the shortcut is not listed. */
  label?: string;
  isEnabled?: boolean;
  /** Also while a field has the focus. Combinations with Mod always are. */
  isWhileTyping?: boolean;
};

let active: readonly Shortcut[] = [];
const watchers = new Set<() => void>();

const change = (next: readonly Shortcut[]): void => {
  active = next;
  for (const watcher of watchers) watcher();
};

const watch = (onChange: () => void): (() => void) => {
  watchers.add(onChange);
  return () => void watchers.delete(onChange);
};

/** The shortcuts that work on this screen at this moment, newest last. */
export const useActiveShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(watch, () => active);

const isOverlayOpen = (): boolean => document.querySelector('[aria-modal="true"]') !== null;

/**
 * Runs `run` when the combination ('KeyE', 'Mod+Enter') is pressed anywhere on the page. Of two on
 * the same keys the one mounted last wins, and an open dialog keeps those outside it quiet.
 */
export const useShortcut = (combination: string, run: () => void, options: Options = {}): void => {
  const { label, isEnabled = true, isWhileTyping = combination.includes('Mod+') } = options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!isEnabled) return undefined;
    const shortcut: Shortcut = { combination, label, run: () => latest.current() };
    const wasOverlayOpen = isOverlayOpen();
    // Before the fields themselves, for a Select takes Ctrl+Enter as a wish to unfold.
    const isFirst = combination.includes('Mod+');
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isPressed(combination, event)) return;
      if (!isWhileTyping && isTyping(event.target)) return;
      if (!wasOverlayOpen && isOverlayOpen()) return;
      if (active.findLast((one) => one.combination === combination) !== shortcut) return;
      event.preventDefault();
      if (isFirst) event.stopPropagation();
      shortcut.run();
    };
    change([...active, shortcut]);
    document.addEventListener('keydown', onKey, isFirst);
    return () => {
      change(active.filter((one) => one !== shortcut));
      document.removeEventListener('keydown', onKey, isFirst);
    };
  }, [combination, label, isEnabled, isWhileTyping]);
};
