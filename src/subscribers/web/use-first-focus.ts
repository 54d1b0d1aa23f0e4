import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus into a field when it appears, as after a click on the plus that opened it. */
export const useFirstFocus = <
  Field extends HTMLElement = HTMLInputElement,
>(): RefObject<Field | null> => {
  const field = useRef<Field>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return field;
};
