import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Calibration, useWrite } from '../client.ts';
import { DropDialog } from '../drop-dialog.tsx';
import css from '../quality.module.css';

const paths = ['/api/quality-calibrations'];

/** Closes a calibration, or gives it up. */
export const Leading = ({ one: { id, people } }: { one: Calibration }) => {
  const t = useTexts('quality');
  const go = useNavigate();
  const [isDropping, setDropping] = useState(false);
  const close = useWrite('POST /api/quality-calibrations/{id}/close', paths);
  const drop = useWrite('DELETE /api/quality-calibrations/{id}', paths);
  const done = people.filter(({ isDone }) => isDone).length;
  return (
    <>
      <Button variant="subtle" onClick={() => setDropping(true)}>
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
      {isDropping ? (
        <DropDialog
          title={t('calibrations.drop')}
          run={() => drop.mutateAsync({ id })}
          onDone={() => void go('/quality/calibrations')}
          onClose={() => setDropping(false)}
        />
      ) : null}
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
