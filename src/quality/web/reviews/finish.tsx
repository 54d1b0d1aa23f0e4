import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Review, reviewPaths, useWrite } from '../client.ts';
import css from '../quality.module.css';

/** What is said in general, and the end of judging once nothing is left. */
export const Finish = (props: {
  review: Review;
  left: number;
  versionNow: () => Promise<number>;
  onRefused: () => Promise<void>;
}) => {
  const t = useTexts('quality');
  const { review, left, versionNow, onRefused } = props;
  const [words, setWords] = useState('');
  const write = useWrite('POST /api/quality-reviews/{id}/finish', reviewPaths);
  const finish = async (): Promise<void> => {
    try {
      await write.mutateAsync({ id: review.id, version: await versionNow(), words });
      notifyDone(t('review.done'));
    } catch (failure) {
      notifyProblem(failure);
      await onRefused();
    }
  };
  return (
    <div className={css.finish}>
      <Textarea
        label={t('review.words')}
        value={words}
        autosize
        onChange={(event) => setWords(event.target.value)}
      />
      <div className={css.line}>
        <Action
          variant="filled"
          keys="Mod+Enter"
          disabled={left > 0}
          loading={write.isPending}
          onClick={() => void finish()}
        >
          {t('review.finish')}
        </Action>
        {left > 0 ? <span className="dim">{t('review.left', { count: left })}</span> : null}
      </div>
    </div>
  );
};
