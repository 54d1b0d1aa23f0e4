import { type ReactNode, useState } from 'react';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { formatPercent } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Answer } from '../../kinds.ts';
import { itemsOf, scoreCard } from '../../reviews/score-card.ts';
import { type Calibration, useWrite } from '../client.ts';
import css from '../quality.module.css';
import { useItemKeys } from '../reviews/use-item-keys.ts';
import { BlindItem } from './blind-item.tsx';

type Contact = Calibration['contacts'][number];
type Props = { one: Calibration; contact: Contact; children: ReactNode };

const paths = ['/api/quality-calibrations/{id}'];

/** The card of one contact of a calibration, answered by a click or a key. */
export const BlindCard = ({ one, contact, children }: Props) => {
  const t = useTexts('quality');
  const { groups } = one.card;
  const { id, applies, mine } = contact;
  const write = useWrite('PUT /api/quality-calibration-contacts/{id}/answers/{item}', paths);
  const [given, setGiven] = useState<ReadonlyMap<string, Answer>>(new Map());
  const [explained, setExplained] = useState<string>();
  const all = new Map([...mine.map(({ item, answer }) => [item, answer] as const), ...given]);
  const wordsOf = (item: string): string => mine.find((o) => o.item === item)?.words ?? '';
  const give = (item: string, answer: Answer): void => {
    setGiven((before) => new Map(before).set(item, answer));
    write.mutate(
      { id, item, answer, words: wordsOf(item) },
      {
        onError: (failure) => {
          notifyProblem(failure);
          setGiven((before) => new Map([...before].filter(([key]) => key !== item)));
        },
      },
    );
  };
  const items = itemsOf(groups, applies);
  const { current, choose } = useItemKeys(items, give, !one.isDone);
  const { score } = scoreCard(groups, applies, all);
  const explain = all.get(explained ?? '');
  return (
    <section className={css.card ?? ''} aria-label={one.card.name}>
      <div className={figures.head}>
        <h2>{t('review.card', one.card)}</h2>
        <output className={css.score} aria-label={t('reviews.score')}>
          {score === null ? '—' : formatPercent(score / 100)}
        </output>
      </div>
      <p className="dim">{t('calibrations.blindText')}</p>
      {items.map((item) => (
        <BlindItem
          key={item.key}
          item={item}
          answer={all.get(item.key)}
          words={wordsOf(item.key)}
          isCurrent={!one.isDone && item.key === current}
          isDone={one.isDone}
          onAnswer={(answer) => {
            choose(item.key);
            give(item.key, answer);
          }}
          onExplain={() => setExplained(item.key)}
        />
      ))}
      {children}
      {explained !== undefined && explain !== undefined ? (
        <ReasonDialog
          title={t('calibrations.explain')}
          label={t('calibrations.why')}
          save={(words) => write.mutateAsync({ id, item: explained, answer: explain, words })}
          onClose={() => setExplained(undefined)}
        />
      ) : null}
    </section>
  );
};
