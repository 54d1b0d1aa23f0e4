import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatInstant } from '../format.ts';
import { Action } from '../show/action.tsx';
import css from './pick-list.module.css';

type Item = { id: number; at: string; title: string; text: string };

type Props = {
  /** What becomes of those that are picked. */
  hint: string;
  items: readonly Item[];
  picked: readonly number[];
  onPick: (ids: readonly number[]) => void;
  saveLabel: string;
  isBusy: boolean;
  onSave: () => void;
  /** What else has to be said of it. */
  children?: ReactNode;
};

/** Some of many things that were said, each ticked with a click or a space. */
export const PickList = (props: Props) => {
  const { hint, items, picked, onPick, saveLabel, isBusy, onSave, children } = props;
  const toggle = (id: number): void =>
    onPick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <p className={css.hint}>{hint}</p>
      {children}
      <ul className={css.items}>
        {items.map(({ id, at, title, text }) => (
          <li key={id}>
            <Checkbox
              checked={picked.includes(id)}
              onChange={() => toggle(id)}
              label={
                <>
                  <b>{title}</b> <time dateTime={at}>{formatInstant(at)}</time>
                  <span className={css.text}>{text}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        <Action
          keys="Mod+Enter"
          variant="filled"
          disabled={picked.length === 0}
          loading={isBusy}
          onClick={onSave}
        >
          {saveLabel}
        </Action>
      </div>
    </form>
  );
};
