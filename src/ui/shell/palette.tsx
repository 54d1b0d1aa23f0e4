import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { Fragment, useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react';
import { KeyHint } from '../show/key-hint.tsx';
import { useTexts } from '../texts.ts';
import { usePaletteEntries, type Entry } from './palette-entries.ts';
import css from './palette.module.css';

const debounceMs = 90;

type ListProps = {
  id: string;
  entries: Entry[];
  at: number;
  onPoint: (at: number) => void;
  onRun: (entry: Entry) => void;
};

const EntryList = ({ id, entries, at, onPoint, onRun }: ListProps) => {
  const t = useTexts();
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    <div className={`${css.list} scroll`} id={id} role="listbox" aria-label={t('palette.results')}>
      {entries.map((entry, index) => (
        <Fragment key={entry.id}>
          {entry.section === entries[index - 1]?.section ? null : (
            <div className={css.section} role="presentation">
              {entry.section}
            </div>
          )}
          <button
            id={`${id}-${index}`}
            type="button"
            className={css.option}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseMove={() => onPoint(index)}
            onClick={() => onRun(entry)}
          >
            {entry.icon ? <entry.icon size={16} strokeWidth={1.7} /> : null}
            <span className={`${css.title} cut`}>{entry.title}</span>
            {entry.detail ? <span className={`${css.detail} cut`}>{entry.detail}</span> : null}
            {entry.keys ? (
              <span className={css.detail}>
                <KeyHint keys={entry.keys} />
              </span>
            ) : null}
          </button>
        </Fragment>
      ))}
    </div>
  );
};

const Hints = () => {
  const t = useTexts();
  return (
    <div className={css.hints} aria-hidden="true">
      <span>
        <KeyHint keys="ArrowUp+ArrowDown" /> {t('palette.keys.move')}
      </span>
      <span>
        <KeyHint keys="Enter" /> {t('palette.keys.open')}
      </span>
      <span>
        <KeyHint keys="Escape" /> {t('palette.keys.close')}
      </span>
    </div>
  );
};

const PaletteBody = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [query] = useDebouncedValue(typed.trim(), debounceMs);
  const { entries, isSearching } = usePaletteEntries(query);
  const isSettled = query === typed.trim() && !isSearching;
  const [isAwaited, setAwaited] = useState(false);

  const run = (entry: Entry | undefined): void => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  // Enter pressed before the answer is here is meant for it, not for what stands there still.
  const runAwaited = useEffectEvent(() => run(entries[at]));
  useEffect(() => {
    if (isAwaited && isSettled) runAwaited();
  }, [isAwaited, isSettled]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (step !== undefined) {
      event.preventDefault();
      setAt((was) => (was + step + entries.length) % Math.max(1, entries.length));
    }
    if (event.code === 'Enter' || event.code === 'NumpadEnter') setAwaited(true);
  };

  return (
    <>
      <div className={css.field} data-busy={isSearching}>
        <Search size={16} aria-hidden="true" />
        <input
          className={css.input}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            setAwaited(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <EntryList id={id} entries={entries} at={at} onPoint={setAt} onRun={run} />
      {entries.length === 0 ? (
        <div className={css.nothing}>
          {t(isSearching ? 'palette.searching' : 'palette.nothing')}
        </div>
      ) : null}
      <Hints />
    </>
  );
};

/** Ctrl+K: one field for people, things, pages and commands. */
export const Palette = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const t = useTexts();
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      size={560}
      yOffset="14vh"
      transitionProps={{ duration: 90 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('rail.search')} radius="lg">
        <Modal.Body p={0}>
          <PaletteBody onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
