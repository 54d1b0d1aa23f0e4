import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Offer } from '../client.ts';
import css from './check.module.css';
import { OfferDialog } from './offer-dialog.tsx';
import { OfferLine } from './offer-line.tsx';

/** What competitors offer at a house, with the day on which it was seen. */
export const Offers = (props: { buildingId: number; offers: readonly Offer[] }) => {
  const t = useTexts('network');
  const [isAdding, setAdding] = useState(false);
  return (
    <Box>
      <CardSection
        title={t('offers.title')}
        actions={
          <Button
            size="xs"
            variant="subtle"
            leftSection={<Plus size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('offers.add')}
          </Button>
        }
      >
        {props.offers.length === 0 ? <p className="dim">{t('offers.none')}</p> : null}
        <ul className={css.offers}>
          {props.offers.map((one) => (
            <OfferLine key={one.id} offer={one} />
          ))}
        </ul>
      </CardSection>
      {isAdding ? (
        <OfferDialog buildingId={props.buildingId} onClose={() => setAdding(false)} />
      ) : null}
    </Box>
  );
};
