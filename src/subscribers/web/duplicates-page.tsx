import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { MoreButton } from '../../ui/show/more-button.tsx';
import { Page } from '../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { useTexts } from '../../ui/texts.ts';
import css from './merging/merging.module.css';
import { PairBox } from './merging/pair-box.tsx';
import { FindPairs, PairTools } from './merging/pair-tools.tsx';
import { usePairNews, usePairs } from './merging/use-pairs.ts';
import { type PairState, useVerdicts } from './merging/use-verdicts.ts';

/**
 * Pairs that look like one person: merge them, or say that they are two. Arrows walk, M and D
 * judge.
 */
export const Component = () => {
  const t = useTexts('subscribers');
  const [state, setState] = useState<PairState>('open');
  const [place, setPlace] = useState(0);
  usePairNews();
  const pages = usePairs(state);
  const pairs = pages.data?.pages.flatMap((page) => page.pairs) ?? [];
  const current = pairs[Math.min(place, pairs.length - 1)];
  const isEmpty = pages.isSuccess && pairs.length === 0;
  const { merge, judge } = useVerdicts(state);
  const walk = (by: number): void => setPlace(Math.max(0, Math.min(pairs.length - 1, place + by)));
  useShortcut('ArrowDown', () => walk(1));
  useShortcut('ArrowUp', () => walk(-1));
  useShortcut('KeyM', () => current && merge(current), { label: t('duplicates.merge') });
  useShortcut('KeyD', () => current && judge(current), { label: t(`duplicates.judge.${state}`) });
  return (
    <Page
      title={t('duplicates.title')}
      backTo="/subscribers"
      layout="padded"
      actions={<PairTools state={state} onState={setState} isEmpty={isEmpty} />}
    >
      {pages.isError ? (
        <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {isEmpty ? (
        <EmptyState
          icon={CopyCheck}
          title={t(`duplicates.empty.${state}.title`)}
          text={t(`duplicates.empty.${state}.text`)}
        >
          {state === 'open' ? <FindPairs variant="filled" /> : undefined}
        </EmptyState>
      ) : null}
      <div className={css.pairs}>
        {pairs.map((pair) => (
          <PairBox
            key={`${pair.first.id} ${pair.second.id}`}
            pair={pair}
            isCurrent={pair === current}
            onMerge={() => merge(pair)}
            onJudge={() => judge(pair)}
            judgeLabel={t(`duplicates.judge.${state}`)}
          />
        ))}
        <MoreButton pages={pages}>{t('duplicates.next')}</MoreButton>
      </div>
    </Page>
  );
};
