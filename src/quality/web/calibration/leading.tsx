import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Calibration, useWrite } from '../client.ts';
import css from '../quality.module.css';

const paths = ['/api/quality-calibrations'];

/** Closes a calibration, or gives it up. */
export const Leading = ({ one: { id, people } }: { one: Calibration }) => {
  const t = useTexts('quality');
  const go = useNavigate();
  const close = useWrite('POST /api/quality-calibrations/{id}/close', paths);
  const drop = useWrite('DELETE /api/quality-calibrations/{id}', paths);
  const done = people.filter(({ isDone }) => isDone).length;
  return (
    <>
      <Button
        variant="subtle"
        loading={drop.isPending}
        onClick={() =>
          drop.mutate(
            { id },
            { onSuccess: () => void go('/quality/calibrations'), onError: notifyProblem },
          )
        }
      >
        {t('calibrations.drop')}
      </Button>
      <Button
        variant="default"
        disabled={done < 2}
        loading={close.isPending}
        onClick={() => close.mutate({ id }, { onError: notifyProblem })}
      >
        {t('calibrations.close')}
      </Button>
    </>
  );
};

/** Who has judged all and who has not yet; of a closed one, whose answers are not counted. */
export const People = ({ one: { people } }: { one: Calibration }) => {
  const t = useTexts('quality');
  return (
    <p className={css.line}>
      {people.map(({ id, name, isDone }) => (
        <Badge key={id} tone={isDone ? 'green' : 'gray'}>
          {name} · {isDone ? t('calibrations.isDone') : t('calibrations.notDone')}
        </Badge>
      ))}
    </p>
  );
};
