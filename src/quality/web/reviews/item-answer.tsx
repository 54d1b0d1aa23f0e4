import { useEffect, useRef } from 'react';
import { Badge } from '../../../ui/show/badge.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Answer, choices } from '../../kinds.ts';
import type { Item, Review } from '../client.ts';
import css from '../quality.module.css';
import { DisputeLine } from './dispute-line.tsx';

type Props = {
  item: Item;
  review: Review;
  answer: Answer | undefined;
  isCurrent: boolean;
  onAnswer?: (answer: Answer) => void;
};

/** One item with its answer, by what it is known, and what was disputed about it. */
export const ItemAnswer = ({ item, review, answer, isCurrent, onAnswer }: Props) => {
  const t = useTexts('quality');
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const given = review.answers.find((one) => one.item === item.key);
  return (
    <div ref={line} className={`${css.answer} ${isCurrent ? css.current : ''}`}>
      <div className={css.line}>
        <span className={css.asked}>
          {item.title}
          {item.hint === '' ? null : <span className="dim"> — {item.hint}</span>}
        </span>
        {item.isCritical ? <Badge tone="red">{t('cards.critical')}</Badge> : null}
      </div>
      {onAnswer ? (
        <Segmented<Answer | ''>
          label={item.title}
          value={answer ?? ''}
          options={choices[item.scale].map((value) => ({ value, label: t(`answers.${value}`) }))}
          onChange={(value) => (value === '' ? undefined : onAnswer(value))}
        />
      ) : (
        <b>{answer === undefined ? '—' : t(`answers.${answer}`)}</b>
      )}
      {given?.source ? <Known given={given} /> : null}
      <DisputeLine item={item} review={review} answer={answer} />
    </div>
  );
};

const Known = ({ given }: { given: Review['answers'][number] }) => {
  const t = useTexts('quality');
  const { source, filled, reason } = given;
  if (!source || filled === null) return null;
  return (
    <p className="dim">
      {t('review.from', { kind: t(`sourceKinds.${source.kind}`), id: source.id })}
      {reason === '' ? null : (
        <> · {t('review.changed', { answer: t(`answers.${filled}`), reason })}</>
      )}
    </p>
  );
};
