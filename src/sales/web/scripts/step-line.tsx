import { ActionIcon } from '@mantine/core';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type EditedStep, moved, withoutStep } from './step-values.ts';
import css from './scripts.module.css';

type Props = {
  steps: readonly EditedStep[];
  at: number;
  isOpen: boolean;
  onOpen: () => void;
  onChange: (steps: EditedStep[]) => void;
};

/** A step in one line: what it is, what is said, and ways to move or remove it. */
export const StepLine = ({ steps, at, isOpen, onOpen, onChange }: Props) => {
  const t = useTexts('sales');
  const step = steps[at];
  const number = at + 1;
  if (!step) return null;
  // Where answers lead aside: `Да → 7 · Нет → 8`.
  const branches = step.options
    .flatMap(({ label, next }) => {
      const to = steps.findIndex(({ key }) => key === next);
      return next === null || to < 0 ? [] : [`${label} → ${to + 1}`];
    })
    .join(' · ');
  return (
    <div className={css.line}>
      <button type="button" className={css.head} aria-expanded={isOpen} onClick={onOpen}>
        <span className={`${css.number} tabular`}>{number}</span>
        <span className={css.kind}>
          <Badge>{t(`scripts.kinds.${step.kind}`)}</Badge>
        </span>
        <span className="cut">
          {step.words}
          {branches === '' ? null : <span className="dim"> {branches}</span>}
        </span>
      </button>
      <ActionIcon
        aria-label={t('scripts.up', { number })}
        disabled={at === 0}
        onClick={() => onChange(moved(steps, at, -1))}
      >
        <ArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('scripts.down', { number })}
        disabled={at === steps.length - 1}
        onClick={() => onChange(moved(steps, at, 1))}
      >
        <ArrowDown size={14} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('scripts.remove', { number })}
        onClick={() => onChange(withoutStep(steps, at))}
      >
        <Trash2 size={14} />
      </ActionIcon>
    </div>
  );
};
