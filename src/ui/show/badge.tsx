import type { CSSProperties, ReactNode } from 'react';
import css from './badge.module.css';

/** Red is for a broken norm or risk, amber for notes and waiting, violet and gold for VIP. */
export type Tone =
  | 'gray'
  | 'teal'
  | 'blue'
  | 'green'
  | 'amber'
  | 'red'
  | 'violet'
  | 'gold'
  | 'rose';

export const toneStyle = (tone: Tone): CSSProperties =>
  ({ '--soft': `var(--${tone}-soft)`, '--on-soft': `var(--${tone}-on-soft)` }) as CSSProperties;

export const Badge = (props: { tone?: Tone; title?: string; children: ReactNode }) => (
  <span className={css.badge} style={toneStyle(props.tone ?? 'gray')} title={props.title}>
    {props.children}
  </span>
);

/** How many wait for somebody, as on unread messages. Nothing waits: nothing is shown. */
export const CountBadge = (props: { count: number; label: string }) =>
  props.count === 0 ? null : (
    <span className={css.count}>
      <span aria-hidden="true">{props.count > 99 ? '99+' : props.count}</span>
      <span className="visually-hidden">{props.label}</span>
    </span>
  );
