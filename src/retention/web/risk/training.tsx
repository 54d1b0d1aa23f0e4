import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Progress } from '../../../ui/show/progress.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Model, modelPaths, useWrite } from './client.ts';

type Props = { training: Model['training'] };

export const isGoing = (training: Model['training']): boolean =>
  training?.state === 'waiting' || training?.state === 'running';

/** Learning begun by hand, or broken off. */
export const TrainButton = ({ training }: Props) => {
  const t = useTexts('retention');
  const start = useWrite('POST /api/risk-trainings', modelPaths);
  const cancel = useWrite('POST /api/risk-trainings/{id}/cancel', modelPaths);
  return training && isGoing(training) ? (
    <Button
      loading={cancel.isPending}
      onClick={() => void cancel.mutateAsync({ id: training.id }).catch(notifyProblem)}
    >
      {t('risk.quality.stop')}
    </Button>
  ) : (
    <Button
      leftSection={<Play size={14} />}
      loading={start.isPending}
      onClick={() => void start.mutateAsync({}).catch(notifyProblem)}
    >
      {t('risk.quality.train')}
    </Button>
  );
};

/** How far learning has come, or why the last one came to nothing. */
export const TrainingState = ({ training }: Props) => {
  const t = useTexts('retention');
  if (!training || training.state === 'done') return null;
  const state = t(`risk.quality.states.${training.state}`);
  if (isGoing(training)) {
    return (
      <Progress share={training.progress / 100} label={state}>
        {state}: {t(`risk.quality.steps.${training.step}`)}
      </Progress>
    );
  }
  if (training.trouble === null) return null;
  return (
    <p role="status">
      {state}. {t(`risk.quality.troubles.${training.trouble}`)}
    </p>
  );
};
