import { Link } from 'react-router';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Box, CardSection, Facts } from '../../../ui/show/facts.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { cardNumber } from '../../api/kinds.ts';
import type { Card } from '../client.ts';
import { DeedLines } from '../deed-lines.tsx';
import { ActivatedLine } from './activated-line.tsx';
import { BlockButton } from './block-button.tsx';

/** A card with all that happened to it. */
export const CardView = ({ card }: { card: Card }) => {
  const t = useTexts('dealers');
  const { series, number, currency, dealer, account } = card;
  return (
    <div style={{ marginTop: 12 }}>
      <Box>
        <CardSection
          title={t('cards.card', { number: cardNumber(series, number) })}
          actions={<BlockButton card={card} />}
        >
          <Facts
            facts={[
              {
                label: t('cards.state'),
                value: (
                  <>
                    {t(`choices.state.${card.state}`)}{' '}
                    {card.isBlocked ? <Badge tone="red">{t('cards.blocked')}</Badge> : null}
                  </>
                ),
              },
              { label: t('cards.value'), value: formatMoney(card.valueMinor, currency) },
              { label: t('cards.validUntil'), value: formatDay(card.validUntil) },
              {
                label: t('cards.dealer'),
                value: dealer ? <Link to={`/dealers/${dealer.id}`}>{dealer.name}</Link> : null,
              },
              {
                label: t('cards.account'),
                value: account ? (
                  <Link to={`/accounts/${account.id}`}>{account.number}</Link>
                ) : null,
              },
              {
                label: t('cards.activatedAt'),
                value: card.activatedAt ? <Instant at={card.activatedAt} /> : null,
              },
            ]}
          />
        </CardSection>
        <CardSection title={t('cards.history')}>
          {card.deeds.length === 0 && card.activatedAt === null ? (
            <p className="dim">{t('cards.historyNone')}</p>
          ) : null}
          <DeedLines deeds={card.deeds} isOfOne>
            {card.activatedAt === null ? null : <ActivatedLine card={card} at={card.activatedAt} />}
          </DeedLines>
        </CardSection>
      </Box>
    </div>
  );
};
