import { Textarea } from '@mantine/core';
import type { RefObject } from 'react';
import { useColleagues } from '../../../staff/web/index.tsx';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useChoice, useTypedWord } from '../fields/use-typed-word.ts';
import labels from '../labels/labels.module.css';

export type Called = { id: number; name: string };

/** Those of the called whose names still stand in the text. */
export const calledIn = (text: string, called: readonly Called[]): number[] => [
  ...new Set(called.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)),
];

type Props = {
  value: string;
  onChange: (text: string) => void;
  onCall: (person: Called) => void;
  label: string;
  placeholder: string;
  error?: string | undefined;
  field: RefObject<HTMLTextAreaElement | null>;
};

const MOST_SHOWN = 6;

/** A field in which `@` offers colleagues; whoever is chosen is called when it is saved. */
export const MentionField = ({ value, onChange, onCall, field, ...shown }: Props) => {
  const t = useTexts('work');
  const word = useTypedWord({ field, text: value, onChange, sign: '@', hasSpaces: true });
  const { typed } = word;
  const query = typed?.query.trim() ?? '';
  const found = useColleagues(query).slice(0, MOST_SHOWN);
  const people = typed ? found : [];
  const choose = (place: number): void => {
    const person = people[place];
    if (!person || !typed) return;
    word.put(typed, `@${person.name} `);
    onCall({ id: person.id, name: person.name });
  };
  const { place, setPlace, onKeyDown } = useChoice(query, people.length, choose);
  return (
    <>
      {people.length > 0 ? (
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
                choose(index);
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
        ref={field}
        onChange={(event) => {
          word.noteCaret(event);
          onChange(event.target.value);
        }}
        onSelect={word.noteCaret}
        onKeyDown={onKeyDown}
        aria-label={shown.label}
        placeholder={shown.placeholder}
        autosize
        minRows={2}
        maxRows={6}
        {...(shown.error === undefined ? {} : { error: shown.error })}
      />
    </>
  );
};
