import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import css from './list-item.module.css';

type Props = {
  /** Where it leads; the one that is open is marked by its address. */
  to: string;
  /** An `Avatar`, mostly. */
  picture: ReactNode;
  title: string;
  /** The title in full, where it stands shortened. */
  hint?: string;
  /** Small signs right after the title. */
  signs?: ReactNode;
  /** Waits to be read: the title is bold. */
  isUnread?: boolean;
  time?: ReactNode;
  text: ReactNode;
  /** Badges and clocks under the time. */
  marks?: ReactNode;
};

/** A line in the list pane: who, when, the beginning of what, and what presses. */
export const ListItem = (props: Props) => (
  <NavLink to={props.to} className={css.item ?? ''}>
    <span className={css.picture}>{props.picture}</span>
    <span className={`${css.title} ${props.isUnread ? css.unread : ''}`}>
      <span className="cut" title={props.hint}>
        {props.title}
      </span>
      {props.signs}
    </span>
    <span className={css.time}>{props.time}</span>
    <span className={`${css.text} cut`}>{props.text}</span>
    <span className={css.marks}>{props.marks}</span>
  </NavLink>
);
