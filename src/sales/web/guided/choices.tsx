import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import css from './guided.module.css';

type Props = {
  label: string;
  at: number;
  isChosen: boolean;
  isBusy: boolean;
  onChoose: () => void;
  children?: ReactNode;
};

/** One of a few, each with a digit. */
export const ChoiceButton = ({ label, at, isChosen, isBusy, onChoose, children }: Props) => {
  const keys = `Digit${at + 1}`;
  useShortcut(keys, onChoose, { label, isEnabled: !isBusy });
  return (
    <Button
      size="sm"
      variant={isChosen ? 'light' : 'default'}
      className={css.choice ?? ''}
      justify="space-between"
      aria-pressed={isChosen}
      aria-keyshortcuts={String(at + 1)}
      rightSection={<KeyHint keys={keys} />}
      onClick={onChoose}
    >
      {children ?? label}
    </Button>
  );
};
