import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Icon } from '../web.ts';
import css from './account.module.css';

type Props = { icon: Icon; label: string; aside?: ReactNode } & (
  | { to: string }
  | { onClick: () => void }
);

/** A line of one's own menu: leads to a page or does something. */
export const AccountItem = (props: Props) => {
  const inner = (
    <>
      <props.icon size={16} strokeWidth={1.7} />
      <span className={css.label}>{props.label}</span>
      {props.aside}
    </>
  );
  return 'to' in props ? (
    <Link className={css.item ?? ''} to={props.to}>
      {inner}
    </Link>
  ) : (
    <button type="button" className={css.item} onClick={props.onClick}>
      {inner}
    </button>
  );
};
