import { useState, type KeyboardEvent, type RefObject, type SyntheticEvent } from 'react';
import { typedWord, withWord, type TypedWord } from './typed-word.ts';

type Field = RefObject<HTMLTextAreaElement | null>;
type Options = {
  field: Field;
  text: string;
  onChange: (text: string) => void;
  sign: '/' | '@';
  hasSpaces?: boolean;
};

/** The word that is being typed behind a sign in a field, and how it gives way to another. */
export const useTypedWord = ({ field, text, onChange, sign, hasSpaces = false }: Options) => {
  const [caret, setCaret] = useState(0);
  const [shutAt, setShutAt] = useState<number | null>(null);
  const word = typedWord(text, caret, sign, hasSpaces);
  const moveTo = (at: number): void => {
    setCaret(at);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  return {
    typed: word && word.from !== shutAt ? word : null,
    /** Nothing more is offered for this word. */
    shut: () => setShutAt(word?.from ?? null),
    put: (at: TypedWord, words: string): void => {
      const next = withWord(text, at, words);
      onChange(next.text);
      moveTo(next.caret);
    },
    /** Types the sign where the caret stands, as a key or a button does. */
    begin: (): void => {
      const at = field.current?.selectionStart ?? text.length;
      const typed = /\S/.test(text[at - 1] ?? ' ') ? ` ${sign}` : sign;
      setShutAt(null);
      onChange(text.slice(0, at) + typed + text.slice(at));
      moveTo(at + typed.length);
    },
    noteCaret: ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>): void =>
      setCaret(currentTarget.selectionStart),
  };
};

/**
 * Which of the offered is pointed at; another question begins at the first again.
 * @param question what is asked, such as the letters typed
 */
export const useChoice = (question: string, count: number, onChoose: (place: number) => void) => {
  const [at, setAt] = useState({ question, place: 0 });
  const place = at.question === question ? at.place : 0;
  const setPlace = (next: number): void => setAt({ question, place: next });
  return {
    place,
    setPlace,
    /** Takes the arrows, Enter and Tab before the field does. */
    onKeyDown: (event: KeyboardEvent): void => {
      if (count === 0 || event.ctrlKey || event.metaKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
      if (step === undefined && !/^(Enter|NumpadEnter|Tab)$/.test(event.code)) return;
      event.preventDefault();
      if (step === undefined) onChoose(place);
      else setPlace((place + step + count) % count);
    },
  };
};
