import type { LabelColor } from './label-colors.ts';
import css from './labels.module.css';

export type ShownLabel = { id: number; name: string; color: LabelColor };

/** A label: a dot of its colour and its name; quieter than a badge that tells a state. */
const LabelChip = ({ label }: { label: Pick<ShownLabel, 'name' | 'color'> }) => (
  <span className={css.chip}>
    <LabelDot color={label.color} />
    <span className="cut">{label.name}</span>
  </span>
);

export const LabelDot = ({ color }: { color: LabelColor }) => (
  <span className={css.dot} style={{ background: `var(--${color}-on-soft)` }} aria-hidden="true" />
);

/** All labels of a row; nothing where there are none. */
export const LabelChips = ({ labels }: { labels: readonly ShownLabel[] }) =>
  labels.length === 0 ? null : (
    <span className={css.chips}>
      {labels.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </span>
  );
