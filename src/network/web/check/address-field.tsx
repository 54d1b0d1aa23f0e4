import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Suggestion } from '../client.ts';
import css from './check.module.css';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';

/** What was chosen, or typed where nothing known is meant. */
export type Chosen = { buildingId: number | null; text: string; flat: string };

type Props = { initial: string; isFocused: boolean; onChoose: (one: Chosen) => void };

/** An address as it is said: arrows go through what it may mean, Enter takes the marked one. */
export const AddressField = ({ initial, isFocused, onChoose }: Props) => {
  const t = useTexts('network');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { typed, rows, markedAt, isFound, type, show, close, mark } = useSuggestions(initial);
  const pick = (row: Suggestion): void => {
    if (row.buildingId === null) {
      // A street is the beginning of an address: its house is typed next.
      type(`${row.text}, `);
      field.current?.focus();
      return;
    }
    show(row.text);
    onChoose({ buildingId: row.buildingId, text: row.text, flat: row.flat });
  };
  const take = (): void => {
    const row = rows[markedAt];
    if (row) pick(row);
    else if (isFound && typed.trim() !== '') onChoose({ buildingId: null, text: typed, flat: '' });
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (event.code === 'Escape' && rows.length > 0) {
      event.stopPropagation();
      close();
    }
    const isEnter = event.code === 'Enter' || event.code === 'NumpadEnter';
    if (step === undefined && !isEnter) return;
    event.preventDefault();
    if (step === undefined) take();
    else mark(markedAt + step);
  };
  return (
    <div className={css.field}>
      <TextInput
        ref={field}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        {...(rows[markedAt] ? { 'aria-activedescendant': `${id}-${markedAt}` } : {})}
        aria-label={t('check.field')}
        placeholder={t('check.hint')}
        leftSection={<Search size={18} />}
        size="md"
        autoComplete="off"
        {...(isFocused ? { 'data-autofocus': true, autoFocus: true } : {})}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKey}
        onBlur={close}
      />
      <SuggestionList id={id} rows={rows} markedAt={markedAt} onMark={mark} onPick={pick} />
    </div>
  );
};
