import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Box, CardSection, Facts } from '../../../ui/show/facts.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { cardNumber } from '../../api/kinds.ts';
import { cardPaths, useWrite, type Card } from '../client.ts';
import { DeedLines } from '../deed-lines.tsx';

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
          {card.deeds.length === 0 ? <p className="dim">{t('cards.historyNone')}</p> : null}
          <DeedLines deeds={card.deeds} />
        </CardSection>
      </Box>
    </div>
  );
};

const BlockButton = ({ card }: { card: Card }) => {
  const t = useTexts('dealers');
  const may = useMay();
  const block = useWrite('POST /api/card-batches/{id}/deeds', cardPaths);
  const isOver = card.state === 'activated' || card.state === 'expired';
  if (isOver || !may('dealers.cards')) return null;
  const { number: firstNumber, number: lastNumber, batchId: id } = card;
  const kind = card.isBlocked ? 'unblocked' : 'blocked';
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={block.isPending}
      onClick={() =>
        void block.mutateAsync({ id, kind, firstNumber, lastNumber }).catch(notifyProblem)
      }
    >
      {t(card.isBlocked ? 'cards.unblockCard' : 'cards.blockCard')}
    </Button>
  );
};
