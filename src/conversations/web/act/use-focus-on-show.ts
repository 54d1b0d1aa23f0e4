import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus into a field that somebody has just asked for by a key or a click. */
export const useFocusOnShow = <Field extends HTMLElement>(
  isWanted = true,
): RefObject<Field | null> => {
  const field = useRef<Field>(null);
  useEffect(() => {
    if (isWanted) field.current?.focus();
  }, [isWanted]);
  return field;
};
