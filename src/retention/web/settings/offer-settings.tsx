import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { OfferDialog } from './offer-dialog.tsx';

/** What may be offered, and what came of it. */
export const OfferSettings = () => {
  const t = useTexts('retention');
  const { data } = useRead('GET /api/retention-offers');
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const offers = data?.offers ?? [];
  return (
    <section aria-label={t('offers.title')}>
      <h2>{t('offers.title')}</h2>
      {offers.length === 0 ? null : (
        <PickList>
          {offers.map((offer) => (
            <PickRow
              key={offer.id}
              title={offer.name}
              text={offer.words}
              onPick={() => setOpen(offer.id)}
            >
              {offer.isArchived ? <Badge>{t('settings.off')}</Badge> : null}
              <Badge tone="teal">{t(`offers.kinds.${offer.kind}`)}</Badge>
              <span className="dim tabular">{t('offers.figures', offer)}</span>
            </PickRow>
          ))}
        </PickList>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => setOpen('new')}
      >
        {t('offers.add')}
      </Button>
      {open === null ? null : (
        <OfferDialog offer={offers.find(({ id }) => id === open)} onClose={() => setOpen(null)} />
      )}
    </section>
  );
};
