import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Answer, choices } from '../../kinds.ts';
import type { Item } from '../client.ts';
import css from '../quality.module.css';

type Props = {
  item: Item;
  answer: Answer | undefined;
  words: string;
  isCurrent: boolean;
  isDone: boolean;
  onAnswer: (answer: Answer) => void;
  onExplain: () => void;
};

/** One item, one's own answer, and why it is so, to be talked about later. */
export const BlindItem = (props: Props) => {
  const { item, answer, words, isCurrent, isDone, onAnswer, onExplain } = props;
  const t = useTexts('quality');
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div ref={line} className={`${css.answer} ${isCurrent ? css.current : ''}`}>
      <span className={css.asked}>
        {item.title}
        {item.hint === '' ? null : <span className="dim"> — {item.hint}</span>}
      </span>
      {isDone ? (
        <b>{answer === undefined ? '—' : t(`answers.${answer}`)}</b>
      ) : (
        <div className={css.line}>
          <Segmented<Answer | ''>
            label={item.title}
            value={answer ?? ''}
            options={choices[item.scale].map((value) => ({ value, label: t(`answers.${value}`) }))}
            onChange={(value) => (value === '' ? undefined : onAnswer(value))}
          />
          {answer === undefined ? null : (
            <Button size="compact-xs" variant="subtle" onClick={onExplain}>
              {t('calibrations.explain')}
            </Button>
          )}
        </div>
      )}
      {words === '' ? null : <p className="dim">{words}</p>}
    </div>
  );
};
