import { formatDay, formatInstant, formatMoney, formatNumber } from '../../../ui/format.ts';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Batch } from '../client.ts';

/** What a batch is, and where its cards are. */
export const BatchFacts = ({ batch }: { batch: Batch }) => {
  const t = useTexts('dealers');
  const { pinsTakenAt, pinsTakenBy } = batch;
  const taken = pinsTakenAt === null ? '' : formatInstant(pinsTakenAt);
  return (
    <>
      <CardSection>
        <Facts
          facts={[
            { label: t('cards.count'), value: formatNumber(batch.cards) },
            { label: t('cards.value'), value: formatMoney(batch.valueMinor, batch.currency) },
            { label: t('cards.validUntil'), value: formatDay(batch.validUntil) },
            { label: t('cards.createdBy'), value: batch.createdBy },
          ]}
        />
        {pinsTakenAt === null ? null : (
          <p className="dim">
            {pinsTakenBy === null
              ? t('pins.taken', { at: taken })
              : t('pins.takenBy', { at: taken, who: pinsTakenBy })}
          </p>
        )}
      </CardSection>
      <CardSection title={t('batch.where')}>
        <Facts
          facts={[
            ...batch.states.map(({ state, cards }) => ({
              label: t(`batch.states.${state}`),
              value: formatNumber(cards),
            })),
            {
              label: t('batch.blocked'),
              value: batch.blocked === 0 ? null : formatNumber(batch.blocked),
            },
          ]}
        />
      </CardSection>
    </>
  );
};
