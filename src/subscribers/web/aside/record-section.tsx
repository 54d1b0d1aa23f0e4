import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { Day } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Card } from '../client.ts';
import { useAttributes } from '../../../work/web/index.tsx';
import { useFieldWords } from '../field-words.ts';
import css from './aside.module.css';

/**
 * The rest of the record: birth date, tax number, whose it is, and the operator's own attributes.
 */
export const RecordSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const { label, shown } = useFieldWords();
  const defined = useAttributes('subscribers').map(({ key }) => key);
  const keys = new Set([...defined, ...Object.keys(card.attributes)]);
  const attributes = [...keys].flatMap((key) => {
    const value = card.attributes[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  const facts = [
    { label: label('birthOn'), value: card.birthOn ? <Day on={card.birthOn} /> : null },
    { label: label('taxNumber'), value: card.taxNumber },
    { label: label('leftOn'), value: card.leftOn ? <Day on={card.leftOn} /> : null },
    { label: label('externalId'), value: card.externalId },
    { label: label('ownerStaffId'), value: card.owner?.name },
    { label: label('teamId'), value: card.team?.name },
    ...attributes.map(([key, value]) => ({
      label: label(`attributes.${key}`),
      value: shown(`attributes.${key}`, value),
    })),
  ];
  if (facts.every(({ value }) => !value) && card.note === '') return null;
  return (
    <CardSection title={t('record.title')}>
      {card.note ? <p className={css.need}>{card.note}</p> : null}
      <Facts facts={facts} />
    </CardSection>
  );
};
