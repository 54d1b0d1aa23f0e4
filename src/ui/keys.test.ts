import { describe, expect, test } from 'vitest';
import { isPressed, keyNames } from './keys.ts';

const press = (code: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]) => ({
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('isPressed', () => {
  test.each([
    ['KeyE', press('KeyE'), false, true],
    ['KeyE', press('KeyE', 'ctrl'), false, false],
    ['KeyE', press('KeyE', 'shift'), false, false],
    ['Mod+KeyK', press('KeyK', 'ctrl'), false, true],
    ['Mod+KeyK', press('KeyK', 'meta'), false, false],
    ['Mod+KeyK', press('KeyK', 'meta'), true, true],
    ['Mod+KeyK', press('KeyK', 'ctrl'), true, false],
    ['Mod+KeyK', press('KeyK', 'ctrl', 'meta'), false, false],
    ['Shift+Slash', press('Slash', 'shift'), false, true],
    ['Alt+Digit1', press('Digit1', 'alt'), false, true],
    ['Alt+Digit1', press('Digit2', 'alt'), false, false],
  ])('%s with %j, mac %s: %s', (combination, event, mac, expected) => {
    expect(isPressed(combination, event, mac)).toBe(expected);
  });
});

describe('keyNames', () => {
  test.each([
    ['Mod+KeyK', false, ['Ctrl', 'K']],
    ['Mod+Enter', true, ['⌘', '⏎']],
    ['Shift+Slash', false, ['?']],
    ['Alt+Digit1', false, ['Alt', '1']],
  ])('%s on mac %s reads %j', (combination, mac, expected) => {
    expect(keyNames(combination, mac)).toEqual(expected);
  });
});
