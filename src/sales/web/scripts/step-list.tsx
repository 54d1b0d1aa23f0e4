import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Flaw } from '../../scripts/check-steps.ts';
import { StepFields } from './step-fields.tsx';
import { StepLine } from './step-line.tsx';
import { type EditedStep, withStep } from './step-values.ts';
import css from './scripts.module.css';

type Props = {
  steps: readonly EditedStep[];
  flaws: readonly Flaw[];
  onChange: (steps: EditedStep[]) => void;
};

/** Steps in their order, a line each; one is open, with its fields and what is wrong with it. */
export const StepList = ({ steps, flaws, onChange }: Props) => {
  const t = useTexts('sales');
  const [openKey, setOpen] = useState<string | null>(null);
  const add = (after: number): void => {
    const next = withStep(steps, after);
    setOpen(next[after + 1]?.key ?? null);
    onChange(next);
  };
  return (
    <>
      <ol className={css.steps} aria-label={t('scripts.steps')}>
        {steps.map((step, at) => {
          const isOpen = openKey === step.key;
          const flaw = flaws.find((one) => one.at === at + 1);
          return (
            <li key={step.key} className={css.step} data-open={isOpen || undefined}>
              <StepLine
                steps={steps}
                at={at}
                isOpen={isOpen}
                onOpen={() => setOpen(isOpen ? null : step.key)}
                onChange={onChange}
              />
              {flaw ? (
                <p className={css.flaw} role="status">
                  {t(`scripts.flaws.${flaw.code}`)}
                </p>
              ) : null}
              {isOpen ? (
                <StepFields
                  step={step}
                  steps={steps}
                  onChange={(changed) => onChange(steps.with(at, changed))}
                />
              ) : null}
              {isOpen ? <AddStep label={t('scripts.addAfter')} onAdd={() => add(at)} /> : null}
            </li>
          );
        })}
      </ol>
      <AddStep label={t('scripts.addStep')} onAdd={() => add(steps.length - 1)} />
    </>
  );
};

const AddStep = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <Button
    variant="subtle"
    size="xs"
    className={css.after ?? ''}
    leftSection={<Plus size={14} />}
    onClick={onAdd}
  >
    {label}
  </Button>
);
