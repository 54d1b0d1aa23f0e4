import type { ReactNode } from 'react';
import { formatPercent } from '../format.ts';
import css from './progress.module.css';

type Props = {
  /** 0 to 1; without it the work is going on and nobody knows how far it is. */
  share?: number;
  label: string;
  /** What is known beside it: rows done, time left. */
  children?: ReactNode;
  tone?: 'teal' | 'amber' | 'red';
};

const fills = { teal: 'var(--accent)', amber: 'var(--amber)', red: 'var(--red)' };

/** How far long work has come, or a share of something. */
export const Progress = ({ share, label, children, tone = 'teal' }: Props) => (
  <div className={css.progress}>
    <div
      className={css.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === undefined ? {} : { 'aria-valuenow': Math.round(share * 100) })}
    >
      <div
        className={share === undefined ? `${css.bar} ${css.unknown}` : css.bar}
        style={{
          background: fills[tone],
          ...(share === undefined ? {} : { width: `${Math.min(1, share) * 100}%` }),
        }}
      />
    </div>
    {children === undefined ? null : (
      <div className={css.words}>
        <span className="tabular">{children}</span>
        {share === undefined ? null : <span className="tabular">{formatPercent(share)}</span>}
      </div>
    )}
  </div>
);
