import { ActionIcon } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { formatDay } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { coveragePaths, type Offer, useWrite } from '../client.ts';
import { useWords } from '../words.ts';

/** After half a year prices are rarely the same. */
const FRESH_DAYS = 180;

const isStale = (seenOn: string): boolean =>
  serverNow() - Date.parse(seenOn) > FRESH_DAYS * 86_400_000;

/** What one competitor offers, for how much, and when it was seen. */
export const OfferLine = ({ offer }: { offer: Offer }) => {
  const t = useTexts('network');
  const words = useWords();
  const remove = useWrite('DELETE /api/competitor-offers/{id}', coveragePaths);
  const { id, competitor, technology, speedKbps, terms, priceMinor, currency, seenOn, seenBy } =
    offer;
  const by = technology === null ? '' : words.technology(technology);
  return (
    <li>
      <div>
        <b>{competitor}</b>
        <span className="dim">
          {[words.speed(speedKbps), by, terms].filter(Boolean).join(' · ')}
        </span>
      </div>
      <span className="tabular">
        <Money amountMinor={priceMinor} currency={currency} /> {t('perMonth')}
      </span>
      <Badge tone={isStale(seenOn) ? 'amber' : 'gray'} title={seenBy ?? ''}>
        {t(isStale(seenOn) ? 'offers.stale' : 'offers.seen', { day: formatDay(seenOn) })}
      </Badge>
      <ActionIcon
        aria-label={t('offers.remove', { name: competitor })}
        onClick={() => void remove.mutateAsync({ id }).catch(notifyProblem)}
      >
        <Trash2 size={14} />
      </ActionIcon>
    </li>
  );
};
