import { Check } from 'lucide-react';
import { Ago } from '../show/time.tsx';
import { Money } from '../show/money.tsx';
import type { Field } from './contract.ts';
import { isSum, type Words } from './words.ts';
import css from './table.module.css';

/** A value as its type is read at a glance; a page may draw some columns itself. */
export const Cell = (props: { field: Field; value: unknown; words: Words }) => {
  const { field, value, words } = props;
  if (value === null || value === undefined || value === '') {
    return <span className={css.blank}>—</span>;
  }
  if (field.type === 'boolean') {
    return value === true ? (
      <Check size={14} aria-label={words.value(field.key, true)} />
    ) : (
      <span className={css.blank}>—</span>
    );
  }
  if (field.type === 'money') {
    const sum = isSum(value) ? value : { amountMinor: Number(value) };
    return <Money {...sum} isBalance />;
  }
  if (field.type === 'instant' && typeof value === 'string') return <Ago at={value} />;
  return <>{words.value(field.key, value)}</>;
};

/** Sums and counts stand at the right, so that their digits stand under each other. */
export const isNumeric = (field: Field | undefined): boolean =>
  field?.type === 'money' || field?.type === 'number';
