import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { OfImport } from './client.ts';
import { ColumnsStep } from './columns/columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { CheckStep } from './outcome/check-step.tsx';
import { ResultStep } from './outcome/result-step.tsx';
import { openSteps, type Step, stepFrom } from './states.ts';
import { StepBar } from './step-bar.tsx';

const screens: Record<Step, (props: OfImport) => ReactNode> = {
  file: FileStep,
  columns: ColumnsStep,
  check: CheckStep,
  result: ResultStep,
};

/** The step that the address asks for, or the one where the import stands. */
export const Wizard = ({ imported }: OfImport) => {
  const [search] = useSearchParams();
  const step = stepFrom(search.get('step'), imported);
  const Screen = screens[step];
  return (
    <>
      <StepBar current={step} open={openSteps(imported)} id={imported.id} />
      <Screen imported={imported} />
    </>
  );
};
