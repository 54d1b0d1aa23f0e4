import type { ReactNode } from 'react';
import { Box } from './facts.tsx';
import css from './pick-list.module.css';

/** A short list of what is kept, as in settings: a line each, which a click opens. */
export const PickList = ({ children }: { children: ReactNode }) => (
  <Box>
    <ul className={css.rows}>{children}</ul>
  </Box>
);

type Props = {
  title: ReactNode;
  /** Small, under the title. */
  text?: ReactNode;
  /** A sign before the words. */
  picture?: ReactNode;
  /** Opens it; a line without is not clicked. */
  onPick?: () => void;
  /** What stands at the right: badges, figures, what is done at once. */
  children?: ReactNode;
};

export const PickRow = ({ title, text, picture, onPick, children }: Props) => {
  const words = (
    <>
      {picture}
      <span className={css.words}>
        <span className={css.title}>{title}</span>
        {text === undefined ? null : <span className={css.text}>{text}</span>}
      </span>
    </>
  );
  return (
    <li className={css.row}>
      {onPick ? (
        <button type="button" className={`${css.body} ${css.pick}`} onClick={onPick}>
          {words}
        </button>
      ) : (
        <span className={css.body}>{words}</span>
      )}
      {children}
    </li>
  );
};
