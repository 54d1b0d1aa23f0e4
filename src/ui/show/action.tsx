import { Button, type ButtonProps } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useShortcut } from '../shortcut.ts';
import { KeyHint } from './key-hint.tsx';

type Props = Omit<ButtonProps, 'rightSection'> & {
  onClick: () => void;
  children: ReactNode;
  /** A combination that does the same, shown in the button: 'KeyE', 'Mod+Enter'. */
  keys?: string;
  /** What the sheet of shortcuts says; the button's own text unless told. */
  keysLabel?: string;
  /** Also while a field has the focus, where a letter would be typed. */
  isWhileTyping?: boolean;
};

/** A button with its shortcut. The page's main action is `isMain` by `variant="filled"`. */
export const Action = (props: Props) => {
  const { keys, keysLabel, isWhileTyping, children, onClick, ...button } = props;
  const label = keysLabel ?? (typeof children === 'string' ? children : undefined);
  const isEnabled = keys !== undefined && !button.disabled && !button.loading;
  useShortcut(keys ?? '', onClick, {
    isEnabled,
    ...(label ? { label } : {}),
    ...(isWhileTyping === undefined ? {} : { isWhileTyping }),
  });
  return (
    <Button
      {...button}
      onClick={onClick}
      {...(keys ? { rightSection: <KeyHint keys={keys} />, 'aria-keyshortcuts': keys } : {})}
    >
      {children}
    </Button>
  );
};

type CreateProps = Pick<Props, 'onClick' | 'children' | 'disabled'>;

/** Begins a new one of what the page lists. */
export const CreateAction = (props: CreateProps) => (
  <Action variant="filled" keys="KeyN" leftSection={<Plus size={14} />} {...props} />
);
