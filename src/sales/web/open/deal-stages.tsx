import { Check } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import type { Deal } from '../client.ts';
import { TimeInStage } from '../time-in-stage.tsx';
import { useMove } from '../use-move.tsx';
import { useSalesWords } from '../use-sales-words.ts';
import { StagePrompts } from './stage-prompts.tsx';
import css from './open.module.css';

/** The stages of its pipeline in order; a click moves it there. */
export const DealStages = ({ deal }: { deal: Deal }) => {
  const t = useTexts('sales');
  const { pipelines } = useSalesWords();
  const { move, dialog } = useMove();
  const pipeline = pipelines.find(({ id }) => id === deal.pipeline.id);
  const stages = pipeline?.stages ?? [{ ...deal.stage, entry: [] }];
  const { id, version, currency } = deal;
  const here = stages.findIndex((stage) => stage.id === deal.stage.id);
  // Won, it has all of them behind it, wherever it stood.
  const passed = (at: number): boolean => deal.state === 'won' || at < here;
  return (
    <>
      <ol className={css.stages} aria-label={t('fields.stageId')}>
        {stages.map((stage, at) => {
          const isHere = deal.state !== 'won' && stage.id === deal.stage.id;
          return (
            <li key={stage.id}>
              <button
                type="button"
                className={`${css.stage} ${passed(at) ? css.passed : ''}`}
                disabled={deal.state !== 'open'}
                {...(isHere ? { 'aria-current': 'step' as const } : {})}
                onClick={() => void move({ id, version, currency, stageId: deal.stage.id }, stage)}
              >
                {passed(at) ? <Check size={12} aria-label={t('deals.passed')} /> : null}
                {stage.name}
              </button>
            </li>
          );
        })}
        <li>
          <TimeInStage state={deal.state} enteredStageAt={deal.enteredStageAt} dueAt={deal.dueAt} />
        </li>
      </ol>
      <StagePrompts deal={deal} />
      {dialog}
    </>
  );
};
