import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../../ui/texts.ts';
import css from './step-bar.module.css';
import { type Step, steps } from './states.ts';

type Props = {
  current: Step;
  /** Steps that can be opened, and where they are. */
  open: readonly Step[];
  id?: number;
};

/** Where one is in the four steps; steps that are open are links. */
export const StepBar = ({ current, open, id }: Props) => {
  const t = useTexts('imports');
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={css.bar}>
        {steps.map((step, at) => {
          const isPast = at < steps.indexOf(current);
          const words = (
            <>
              <span className={css.number} aria-hidden="true">
                {isPast ? <Check size={12} /> : at + 1}
              </span>
              {t(`steps.${step}`)}
            </>
          );
          return (
            <li key={step} className={css.one} aria-current={step === current ? 'step' : undefined}>
              {open.includes(step) && step !== current ? (
                <Link to={`/imports/${id}?step=${step}`}>{words}</Link>
              ) : (
                <span>{words}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
