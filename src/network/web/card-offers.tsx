import type { Card } from '../../subscribers/web/index.tsx';
import { CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './check/check.module.css';
import { OfferLine } from './check/offer-line.tsx';
import type { Offer } from './client.ts';

/** What competitors offer where a subscriber lives: known before they name it. */
export const CardOffers = ({ card }: { card: Card }) => {
  const t = useTexts('network');
  const offers = (card.parts['competitorOffers'] as Offer[] | null | undefined) ?? [];
  if (offers.length === 0) return null;
  return (
    <CardSection title={t('offers.title')}>
      <ul className={css.offers}>
        {offers.map((offer) => (
          <OfferLine key={offer.id} offer={offer} />
        ))}
      </ul>
    </CardSection>
  );
};
