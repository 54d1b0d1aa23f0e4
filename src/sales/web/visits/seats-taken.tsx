import { useTexts } from '../../../ui/texts.ts';
import { Badge } from '../../../ui/show/badge.tsx';

type Props = { taken: number; seats: number | null };

/** How many seats of hours are taken: 2 of 3; amber where none is left. */
export const SeatsTaken = ({ taken, seats }: Props) => {
  const t = useTexts('sales');
  if (seats === null) return <Badge>{t('visits.outOfUse', { count: taken })}</Badge>;
  const text = t('visits.seatsTaken', { taken, seats });
  const title = t('visits.seatsTitle', { taken, seats });
  if (taken >= seats) {
    return (
      <Badge tone="amber" title={title}>
        {text}
      </Badge>
    );
  }
  return (
    <span className="dim tabular" title={title}>
      {text}
    </span>
  );
};
