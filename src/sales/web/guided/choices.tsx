import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import css from './guided.module.css';

type Props = {
  label: string;
  at: number;
  isChosen: boolean;
  onChoose: () => void;
  children?: ReactNode;
};

/**
 * One of a few, each with a digit. Its key is kept while something is being written: a digit would
 * go to what else listens to it on the desk, such as the outcome of a call.
 */
export const ChoiceButton = ({ label, at, isChosen, onChoose, children }: Props) => {
  const keys = `Digit${at + 1}`;
  useShortcut(keys, onChoose, { label });
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
