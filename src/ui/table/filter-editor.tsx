import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isMeant } from '../layout-slip.ts';
import { randomId } from '../random-id.ts';
import { useTexts } from '../texts.ts';
import { isComplete, needsValue, opsFor, valueFor } from './condition.ts';
import type { Draft, Field, Line, Op } from './contract.ts';
import type { Words } from './words.ts';
import { ValueField } from './value-field.tsx';
import css from './tools.module.css';

/** What may be asked about, and in which words. */
export type Askable = { fields: readonly Field[]; words: Words };

type Kept = { key: string; draft: Draft };

const keep = (draft: Draft): Kept => ({ key: randomId(), draft });

const startOf = (field: Field): Draft => ({
  field: field.key,
  op: opsFor[field.type][0] ?? 'is',
  ...(field.type === 'boolean' ? { value: true } : {}),
});

const FieldPicker = ({ list, onPick }: { list: Askable; onPick: (field: Field) => void }) => {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const offered = list.fields.filter(
    ({ key, filterable }) => filterable && isMeant(list.words.label(key), typed),
  );
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={t('table.findField')}
        placeholder={t('table.findField')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const [first] = offered;
          if (event.code === 'Enter' && first) onPick(first);
        }}
      />
      <div className={`${css.pick} scroll`}>
        {offered.map((field) => (
          <button
            key={field.key}
            type="button"
            className={css.pickItem}
            onClick={() => onPick(field)}
          >
            {list.words.label(field.key)}
          </button>
        ))}
      </div>
    </>
  );
};

/** Whoever has picked a field goes on with its value. */
const focusFirst = (value: HTMLElement | null): void =>
  value?.querySelector<HTMLElement>('input, button')?.focus();

type LineProps = { list: Askable; field: Field; line: Draft; onChange: (line: Draft) => void };

const LineEditor = ({ list, field, line, onChange }: LineProps) => {
  const t = useTexts();
  const setOp = (op: Op): void => {
    const value = valueFor(op, line);
    onChange({ field: line.field, op, ...(value === undefined ? {} : { value }) });
  };
  return (
    <div className={css.editorLine}>
      <Select
        label={list.words.label(field.key)}
        allowDeselect={false}
        value={line.op}
        onChange={(op) => op && setOp(op)}
        data={opsFor[field.type].map((op) => ({ value: op, label: t(`table.op.${op}`) }))}
        comboboxProps={{ withinPortal: false }}
      />
      {needsValue(line.op) ? (
        <div ref={focusFirst} className={css.editorLine}>
          <ValueField
            field={field}
            line={line}
            words={list.words}
            onChange={(value) => onChange({ ...line, value })}
          />
        </div>
      ) : null}
    </div>
  );
};

type Props = {
  list: Askable;
  /** The alternatives of the chip being changed; none for a new one. */
  lines: readonly Line[];
  onApply: (lines: Line[]) => void;
};

/** First what to ask about, then what is asked; alternatives are joined by "or". */
export const FilterEditor = ({ list, lines: given, onApply }: Props) => {
  const t = useTexts();
  const [drafts, setDrafts] = useState<readonly Kept[]>(() => given.map(keep));
  const [isPicking, setPicking] = useState(given.length === 0);
  const complete = drafts.map(({ draft }) => draft).filter(isComplete);
  const isReady = drafts.length > 0 && complete.length === drafts.length;

  if (isPicking) {
    return (
      <div className={css.editor}>
        <FieldPicker
          list={list}
          onPick={(field) => {
            setDrafts([...drafts, keep(startOf(field))]);
            setPicking(false);
          }}
        />
      </div>
    );
  }
  return (
    <form
      className={css.editor}
      onSubmit={(event) => {
        event.preventDefault();
        // It may stand in a form of its own, which is not sent by this.
        event.stopPropagation();
        if (isReady) onApply(complete);
      }}
    >
      <div className={css.lines}>
        {drafts.map(({ key, draft }, at) => {
          const field = list.fields.find((one) => one.key === draft.field);
          return field ? (
            <LineEditor
              key={key}
              list={list}
              field={field}
              line={draft}
              onChange={(next) => setDrafts(drafts.with(at, { key, draft: next }))}
            />
          ) : null;
        })}
      </div>
      <div className={css.buttons}>
        <Button type="submit" variant="filled" disabled={!isReady}>
          {t('table.apply')}
        </Button>
        <Button variant="subtle" disabled={!isReady} onClick={() => setPicking(true)}>
          {t('table.addOr')}
        </Button>
      </div>
    </form>
  );
};
