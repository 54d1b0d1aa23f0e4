import { DayInput } from '../../../ui/form/inputs.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Points } from '../client.ts';
import css from '../loyalty.module.css';
import { PagePart } from '../own-page/page-part.tsx';
import { FriendsPart } from './friends-part.tsx';
import { PointLines } from './point-lines.tsx';
import { RewardsPart } from './rewards-part.tsx';
import { TariffsPart } from './tariffs-part.tsx';

type Props = { id: number; points: Points; on: string; onDay: (on: string) => void };

/** What can be had and who was brought, side by side; under them how the points came. */
export const PointsBody = ({ id, points, on, onDay }: Props) => {
  const t = useTexts('loyalty');
  return (
    <div className={css.page}>
      <div className={css.two}>
        <RewardsPart id={id} />
        <div className={css.page}>
          <FriendsPart id={id} />
          <TariffsPart id={id} />
          <PagePart id={id} />
        </div>
      </div>
      <div className={css.day}>
        <DayInput label={t('card.asOf')} value={on} onChange={onDay} />
      </div>
      <PointLines points={points} />
    </div>
  );
};
