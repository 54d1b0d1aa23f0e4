import { Fragment, type ReactNode } from 'react';
import css from './facts.module.css';

export type Fact = { label: string; value: ReactNode };

/** Names at the left, values at the right, as on a card. Facts without a value are left out. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={css.facts}>
    {facts
      .filter(({ value }) => value !== null && value !== undefined && value !== '')
      .map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
  </dl>
);

/** A part of a card under its own heading, parted from the next by a hairline. */
export const CardSection = (props: {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
}) => (
  <section className={css.section} aria-label={props.title}>
    {props.title === undefined ? null : (
      <div className={css.head}>
        <h2>{props.title}</h2>
        {props.actions}
      </div>
    )}
    {props.children}
  </section>
);

/** A box with hairlines around a group of sections, for pages that are not panes. */
export const Box = ({ children }: { children: ReactNode }) => (
  <div className={css.box}>{children}</div>
);
