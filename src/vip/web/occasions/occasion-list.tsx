import { CalendarDays } from 'lucide-react';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Occasion, useRead } from '../client.ts';
import { lastOfMonth } from '../days.ts';
import { OccasionRow } from './occasion-row.tsx';

/** Days of a month; those of the month before are shown until they are read. */
export const useOccasions = (month: string) =>
  useRead('GET /api/vip-occasions', { from: month, to: lastOfMonth(month) }, { isKept: true });

export const OccasionList = ({ occasions }: { occasions: readonly Occasion[] }) => {
  const t = useTexts('vip');
  if (occasions.length === 0) {
    const text = t('occasions.emptyText');
    return <EmptyState icon={CalendarDays} title={t('occasions.empty')} text={text} />;
  }
  return (
    <PickList>
      {occasions.map((one) => (
        <OccasionRow key={`${one.subscriber.id} ${one.key}`} one={one} isNamed />
      ))}
    </PickList>
  );
};
