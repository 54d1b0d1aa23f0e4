import { Modal, TextInput } from '@mantine/core';
import { Check } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { isMeant } from '../../../ui/layout-slip.ts';
import { useTexts } from '../../../ui/texts.ts';
import { LabelDot, type ShownLabel } from './label-chip.tsx';
import css from './labels.module.css';
import { useLabels } from './use-labels.ts';

type Props = {
  /** What it bears now. */
  labels: readonly ShownLabel[];
  onChange: (change: { add: number[]; remove: number[] }) => void;
  onClose: () => void;
};

/** Labels to put on and to take off; found by typing, walked by arrows, ticked by Enter. */
export const LabelDialog = ({ labels, onChange, onClose }: Props) => {
  const t = useTexts('work');
  const all = useLabels();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const meant = all.filter(({ name }) => query.trim() === '' || isMeant(name, query.trim()));
  const isBorne = (id: number): boolean => labels.some((one) => one.id === id);
  const toggle = (id: number): void =>
    onChange(isBorne(id) ? { add: [], remove: [id] } : { add: [id], remove: [] });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (step !== undefined && meant.length > 0) {
      event.preventDefault();
      setAt((was) => (was + step + meant.length) % meant.length);
    }
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      const chosen = meant[at];
      if (chosen) toggle(chosen.id);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('labels.put')} size={360}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="labels-to-put"
        aria-activedescendant={meant[at] ? `label-${meant[at].id}` : undefined}
        aria-label={t('labels.find')}
        placeholder={t('labels.find')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {meant.length === 0 ? (
        <p className="dim">{t(all.length === 0 ? 'labels.emptyText' : 'labels.noneMeant')}</p>
      ) : (
        <div
          id="labels-to-put"
          className={css.choices}
          role="listbox"
          aria-label={t('labels.title')}
        >
          {meant.map((label, index) => (
            <button
              key={label.id}
              id={`label-${label.id}`}
              type="button"
              role="option"
              tabIndex={-1}
              className={css.choice}
              aria-selected={isBorne(label.id)}
              data-at={index === at}
              onMouseMove={() => setAt(index)}
              onClick={() => toggle(label.id)}
            >
              <LabelDot color={label.color} />
              <span className="cut">{label.name}</span>
              {isBorne(label.id) ? <Check size={14} aria-hidden="true" /> : null}
            </button>
          ))}
        </div>
      )}
    </Modal>
  );
};
