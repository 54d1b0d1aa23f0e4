/**
 * Keys are told by their place on the keyboard (`event.code`), so that a shortcut works the same on
 * a Russian layout. A combination is written 'Mod+KeyK', 'Shift+Slash', 'KeyE'; Mod is Ctrl, or Cmd
 * on a Mac.
 */
type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const isMac = (): boolean => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

export const isPressed = (combination: string, event: Pressed, mac = isMac()): boolean => {
  const parts = combination.split('+');
  const code = parts.pop();
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  return (
    event.code === code &&
    !other &&
    mod === parts.includes('Mod') &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift')
  );
};

const names: Record<string, string> = {
  Mod: 'Ctrl',
  Slash: '/',
  Enter: '⏎',
  Escape: 'Esc',
  Space: '␣',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backquote: '`',
  Comma: ',',
  Period: '.',
};

const nameOf = (part: string, mac: boolean): string => {
  if (mac && part === 'Mod') return '⌘';
  return names[part] ?? part.replace(/^(Key|Digit)/, '');
};

/** What a person reads for a combination: 'Mod+KeyK' → ['Ctrl', 'K'], 'Shift+Slash' → ['?']. */
export const keyNames = (combination: string, mac = isMac()): string[] =>
  combination === 'Shift+Slash' ? ['?'] : combination.split('+').map((part) => nameOf(part, mac));

/** Plain keys belong to the field being typed in; combinations with Mod and Escape pass. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));
