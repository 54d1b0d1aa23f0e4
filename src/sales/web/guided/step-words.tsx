import type { Step } from '../../scripts/steps.ts';
import css from './guided.module.css';

/** What stands in these is said to the person, in others to whoever sells. */
const spokenKinds: ReadonlySet<Step['kind']> = new Set(['say', 'question', 'payment']);

/** The words of a step, large where they are said aloud. */
export const StepWords = ({ step }: { step: Pick<Step, 'kind' | 'words'> }) => (
  <p className={spokenKinds.has(step.kind) ? css.aloud : css.order} aria-live="polite">
    {step.words}
  </p>
);
