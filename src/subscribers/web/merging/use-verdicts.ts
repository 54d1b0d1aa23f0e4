import { useNavigate } from 'react-router';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, useWrite } from '../client.ts';
import type { Pair } from './pair-box.tsx';

/** Pairs still to be judged, or those that are two persons. */
export type PairState = 'open' | 'different';

/**
 * What is done with a pair: the merge page, or the word that they are two, which can be taken back.
 */
export const useVerdicts = (state: PairState) => {
  const t = useTexts('subscribers');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const write = useWrite('POST /api/subscribers/duplicates/judge');
  const merge = (pair: Pair): void =>
    void navigate(`/subscribers/${pair.first.id}/merge?with=${pair.second.id}`);
  const judge = (pair: Pair): void => {
    const ids = { firstId: pair.first.id, secondId: pair.second.id };
    const other = state === 'open' ? 'different' : 'open';
    const undo = async (): Promise<void> => {
      await call('POST /api/subscribers/duplicates/judge', { ...ids, verdict: state });
      await refresh('/api/subscribers/duplicates');
    };
    write
      .mutateAsync({ ...ids, verdict: other })
      .then(() => undoToast({ text: t(`duplicates.judged.${state}`), undo }), notifyProblem);
  };
  return { merge, judge };
};
