import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Calibration, useWrite } from '../client.ts';
import css from '../quality.module.css';

const paths = ['/api/quality-calibrations'];

/** The end of one's own part, once nothing is left; until it is closed one may go back to it. */
export const EndPart = ({ one: { id, isDone }, left }: { one: Calibration; left: number }) => {
  const t = useTexts('quality');
  const write = useWrite('PUT /api/quality-calibrations/{id}/part', paths);
  const end = (): void => write.mutate({ id, isDone: !isDone }, { onError: notifyProblem });
  return (
    <div className={css.finish}>
      <div className={css.line}>
        {isDone ? (
          <Button variant="default" loading={write.isPending} onClick={end}>
            {t('calibrations.goBack')}
          </Button>
        ) : (
          <Action
            variant="filled"
            keys="Mod+Enter"
            disabled={left > 0}
            loading={write.isPending}
            onClick={end}
          >
            {t('calibrations.end')}
          </Action>
        )}
        {left > 0 ? <span className="dim">{t('review.left', { count: left })}</span> : null}
      </div>
    </div>
  );
};
