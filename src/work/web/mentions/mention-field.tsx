import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useColleagues } from '../../../staff/web/index.tsx';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { useTexts } from '../../../ui/texts.ts';
import labels from '../labels/labels.module.css';
import { typedWord, withWord } from '../templates/typed-word.ts';

export type Called = { id: number; name: string };

/** Those of the called whose names still stand in the text. */
export const calledIn = (text: string, called: readonly Called[]): number[] =>
  called.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);

type Props = {
  value: string;
  onChange: (text: string) => void;
  onCall: (person: Called) => void;
  label: string;
  placeholder: string;
  error?: string | undefined;
  field: Ref<HTMLTextAreaElement>;
};

const MOST_SHOWN = 6;

/** A field in which `@` offers colleagues; whoever is chosen is called when it is saved. */
export const MentionField = (props: Props) => {
  const t = useTexts('work');
  const { value, onChange, onCall } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [place, setPlace] = useState(0);
  const typed = typedWord(value, caret, '@', true);
  const query = typed?.query.trim() ?? '';
  const people = useColleagues(query).slice(0, MOST_SHOWN);
  const isOpen = typed !== null && people.length > 0;
  useEffect(() => setPlace(0), [query]);
  const choose = (person: Called | undefined): void => {
    if (!person || !typed) return;
    const next = withWord(value, typed, `@${person.name} `);
    onChange(next.text);
    onCall({ id: person.id, name: person.name });
    setCaret(next.caret);
    requestAnimationFrame(() => own.current?.setSelectionRange(next.caret, next.caret));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (step === undefined && !/^(Enter|NumpadEnter|Tab)$/.test(event.code)) return;
    event.preventDefault();
    if (step === undefined) choose(people[place]);
    else setPlace((place + step + people.length) % people.length);
  };
  return (
    <>
      {isOpen ? (
        <div className={labels.choices} role="listbox" aria-label={t('mentions.whom')}>
          {people.map((person, index) => (
            <button
              key={person.id}
              type="button"
              role="option"
              tabIndex={-1}
              className={labels.choice}
              aria-selected={index === place}
              data-at={index === place}
              onMouseMove={() => setPlace(index)}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              <Avatar name={person.name} sizePx={22} />
              <span className="cut">{person.name}</span>
              <span className="dim">{person.teamName}</span>
            </button>
          ))}
        </div>
      ) : null}
      <Textarea
        name="text"
        value={value}
        ref={(element) => {
          own.current = element;
          if (typeof props.field === 'function') props.field(element);
          else if (props.field) props.field.current = element;
        }}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        aria-label={props.label}
        placeholder={props.placeholder}
        autosize
        minRows={2}
        maxRows={6}
        {...(props.error === undefined ? {} : { error: props.error })}
      />
    </>
  );
};
