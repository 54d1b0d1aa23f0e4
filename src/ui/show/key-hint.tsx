import { keyNames } from '../keys.ts';
import css from './key-hint.module.css';

/** A combination as keys to press. Screen readers hear it through `aria-keyshortcuts` instead. */
export const KeyHint = ({ keys }: { keys: string }) => (
  <span className={css.keys} aria-hidden="true">
    {keyNames(keys).map((name) => (
      <kbd key={name} className={css.key}>
        {name}
      </kbd>
    ))}
  </span>
);
