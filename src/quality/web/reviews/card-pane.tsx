import { useState } from 'react';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Answer } from '../../kinds.ts';
import { itemsOf, scoreCard } from '../../reviews/score-card.ts';
import type { Review } from '../client.ts';
import css from '../quality.module.css';
import { CardHead } from './card-head.tsx';
import { Finish } from './finish.tsx';
import { ItemAnswer } from './item-answer.tsx';
import { useAnswers } from './use-answers.ts';
import { useItemKeys } from './use-item-keys.ts';

/** The card: every item that applies, answered by a click or a key, and what it comes to. */
export const CardPane = ({ review }: { review: Review }) => {
  const t = useTexts('quality');
  const { card, applies } = review;
  const isOpen = review.isMine && review.finishedAt === null;
  const { all, answer, renew, versionNow } = useAnswers(review);
  const [overruled, setOverruled] = useState<{ item: string; answer: Answer }>();
  const items = itemsOf(card.groups, applies);
  const give = (item: string, next: Answer): void => {
    const filled = review.answers.find((one) => one.item === item)?.filled ?? null;
    if (filled !== null && filled !== next) setOverruled({ item, answer: next });
    else void answer(item, next);
  };
  const { current, choose } = useItemKeys(items, give, isOpen);
  const scored = isOpen
    ? scoreCard(card.groups, applies, all)
    : { score: review.score, isZeroed: review.isZeroed, missing: [] };
  return (
    <section className={css.card ?? ''} aria-label={card.name}>
      <CardHead review={review} {...scored} />
      {isOpen ? <p className="dim">{t('review.keys')}</p> : null}
      {card.groups
        .filter(({ condition }) => applies.includes(condition))
        .map((group) => (
          <div key={group.title} className={css.group}>
            <h3>{group.title}</h3>
            {group.items.map((item) => (
              <ItemAnswer
                key={item.key}
                item={item}
                review={review}
                answer={all.get(item.key)}
                isCurrent={isOpen && item.key === current}
                {...(isOpen
                  ? {
                      onAnswer: (next: Answer) => {
                        choose(item.key);
                        give(item.key, next);
                      },
                    }
                  : {})}
              />
            ))}
          </div>
        ))}
      {isOpen ? (
        <Finish
          review={review}
          left={scored.missing.length}
          versionNow={versionNow}
          onRefused={renew}
        />
      ) : null}
      {!isOpen && review.words !== '' ? <p className={css.words}>{review.words}</p> : null}
      {overruled ? (
        <ReasonDialog
          title={t('review.whyTitle')}
          text={t('review.whyText')}
          label={t('review.why')}
          save={(reason) => answer(overruled.item, overruled.answer, reason)}
          onClose={() => setOverruled(undefined)}
        />
      ) : null}
    </section>
  );
};
