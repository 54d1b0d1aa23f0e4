import type { ReactNode, RefObject } from 'react';
import { Action } from '../show/action.tsx';
import { Segmented } from '../show/segmented.tsx';
import { useShortcut } from '../shortcut.ts';
import css from './composer.module.css';

export type ComposerKind<Kind extends string> = { value: Kind; label: string };

type Props<Kind extends string> = {
  /** What the words can be, the usual first. */
  kinds: readonly ComposerKind<Kind>[];
  kind: Kind;
  onKind: (kind: Kind) => void;
  /** What the choice of kinds is called. */
  label: string;
  /** What the sheet of shortcuts says of the key that leads here. */
  keysLabel: string;
  saveLabel: string;
  isEmpty: boolean;
  isBusy: boolean;
  onSave: () => void;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Beside the button: what goes along with the words. */
  side?: ReactNode;
  /** The field, and what has to be said above it. */
  children: ReactNode;
};

/** Where something is written down: a field, what the words are, and one key that keeps them. */
export const ComposerFrame = <Kind extends string>(props: Props<Kind>) => {
  const { kinds, kind, onKind, label, keysLabel, saveLabel, isEmpty, isBusy, onSave } = props;
  const { field, side, children } = props;
  useShortcut('KeyN', () => field.current?.focus(), { label: keysLabel });
  return (
    <div className={css.composer}>
      {children}
      <div className={css.foot}>
        <Segmented
          label={label}
          value={kind}
          options={kinds}
          onChange={(next) => {
            onKind(next);
            // What is typed next are words, not shortcuts. The field of a kind comes with it.
            requestAnimationFrame(() => field.current?.focus());
          }}
        />
        <span className={css.side}>
          {side}
          <Action
            keys="Mod+Enter"
            variant="filled"
            size="xs"
            disabled={isEmpty}
            loading={isBusy}
            onClick={onSave}
          >
            {saveLabel}
          </Action>
        </span>
      </div>
    </div>
  );
};
