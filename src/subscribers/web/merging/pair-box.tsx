import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { formatNo, formatPercent, formatPhone } from '../../../ui/format.ts';
import type { OutputOf } from '../../../ui/call.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { Day } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { api } from '../../api.ts';
import css from './merging.module.css';

export type Pair = OutputOf<typeof api, 'GET /api/subscribers/duplicates'>['pairs'][number];

type Props = {
  pair: Pair;
  isCurrent: boolean;
  judgeLabel: string;
  onMerge: () => void;
  onJudge: () => void;
};

/** Two who look alike, side by side, with what speaks for it. */
export const PairBox = ({ pair, isCurrent, judgeLabel, onMerge, onJudge }: Props) => {
  const t = useTexts('subscribers');
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isCurrent) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <article
      ref={box}
      className={css.pair}
      {...(isCurrent ? { 'data-current': true, 'aria-current': true } : {})}
    >
      <Half half={pair.first} />
      <Half half={pair.second} />
      <div className={css.verdict}>
        <Button
          variant={isCurrent ? 'filled' : 'default'}
          rightSection={isCurrent ? <KeyHint keys="KeyM" /> : null}
          onClick={onMerge}
        >
          {t('duplicates.merge')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          rightSection={isCurrent ? <KeyHint keys="KeyD" /> : null}
          onClick={onJudge}
        >
          {judgeLabel}
        </Button>
      </div>
      <div className={css.reasons}>
        <Badge tone={pair.score >= 0.85 ? 'teal' : 'gray'}>{formatPercent(pair.score)}</Badge>
        {pair.reasons.map((reason) => (
          <Badge key={reason} tone={reason.startsWith('different') ? 'amber' : 'green'}>
            {t(`choices.likeness.${reason}`)}
          </Badge>
        ))}
      </div>
    </article>
  );
};

const Half = ({ half }: { half: Pair['first'] }) => {
  const t = useTexts('subscribers');
  return (
    <div className={css.half}>
      <Link to={`/subscribers/${half.id}`}>
        {half.displayName || t('card.nameless', { id: half.id })}
      </Link>
      <div className="dim">
        {formatNo(half.id)}
        {half.birthOn ? (
          <>
            {' · '}
            <Day on={half.birthOn} />
          </>
        ) : null}
      </div>
      <div>{half.address}</div>
      <div className="tabular">{half.contacts.map(formatPhone).join(', ')}</div>
    </div>
  );
};
