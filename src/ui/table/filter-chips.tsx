import { Button, Popover } from '@mantine/core';
import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { useShortcut } from '../shortcut.ts';
import { KeyHint } from '../show/key-hint.tsx';
import { useTexts } from '../texts.ts';
import { filterOf, linesOf, partOf, partsOf } from './condition.ts';
import type { Condition, Line } from './contract.ts';
import { type Askable, FilterEditor } from './filter-editor.tsx';
import type { List } from './model.ts';
import { sentenceOf } from './words.ts';
import css from './tools.module.css';

/** What may be asked about, once it is known. */
export type Asked = Askable & { isReady: boolean };

type ChipProps = { list: Asked; part: Condition; onChange: (part: Condition | undefined) => void };

const FilterChip = ({ list, part, onChange }: ChipProps) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const lines = linesOf(part);
  const sentence = sentenceOf(part, list.words, t);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <span className={css.chip}>
        <Popover.Target>
          <button
            type="button"
            className={css.chipText}
            title={sentence}
            disabled={lines === null}
            onClick={() => setOpen(!isOpen)}
          >
            {sentence}
          </button>
        </Popover.Target>
        <button
          type="button"
          className={css.chipClose}
          aria-label={t('table.removeFilter', { what: sentence })}
          onClick={() => onChange(undefined)}
        >
          <X size={13} />
        </button>
      </span>
      <Popover.Dropdown aria-label={t('table.filter')}>
        <FilterEditor
          list={list}
          lines={lines ?? []}
          onApply={(next) => {
            setOpen(false);
            onChange(partOf(next));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
};

const AddFilter = ({ list, onAdd }: { list: Asked; onAdd: (lines: Line[]) => void }) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  useShortcut('KeyF', () => setOpen(true), { label: t('table.filter'), isEnabled: list.isReady });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          leftSection={<ListFilter size={14} />}
          rightSection={<KeyHint keys="KeyF" />}
          aria-keyshortcuts="F"
          disabled={!list.isReady}
          onClick={() => setOpen(!isOpen)}
        >
          {t('table.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.filter')}>
        <FilterEditor
          list={list}
          lines={[]}
          onApply={(lines) => {
            setOpen(false);
            onAdd(lines);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
};

/** The filter of a list as sentences, each with its cross; a click on one changes it. */
export const FilterChips = ({ list }: { list: List }) => (
  <ConditionChips
    list={list}
    value={list.query.filter}
    onChange={(filter) => list.change({ filter })}
  />
);

type ConditionProps = {
  list: Asked;
  value: Condition | undefined;
  onChange: (value: Condition | undefined) => void;
};

/** A condition as sentences, for a list or for whatever else goes by one. */
export const ConditionChips = ({ list, value, onChange }: ConditionProps) => {
  const t = useTexts();
  const parts = partsOf(value);
  const put = (next: (Condition | undefined)[]): void =>
    onChange(filterOf(next.filter((part) => part !== undefined)));
  return (
    <div className={css.chips}>
      <AddFilter list={list} onAdd={(lines) => put([...parts, partOf(lines)])} />
      {parts.map((part, at) => (
        <FilterChip
          key={JSON.stringify(part)}
          list={list}
          part={part}
          onChange={(next) => put(parts.map((one, index) => (index === at ? next : one)))}
        />
      ))}
      {parts.length > 1 ? (
        <Button size="xs" variant="subtle" color="gray" onClick={() => put([])}>
          {t('table.clearFilter')}
        </Button>
      ) : null}
    </div>
  );
};
