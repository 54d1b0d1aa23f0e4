import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Gathering } from '../client.ts';
import css from '../vip.module.css';
import { CostSection } from './cost-section.tsx';
import { EffectSection } from './effect-section.tsx';
import { GuestSection } from './guest-section.tsx';
import { PhotoSection } from './photo-section.tsx';
import { TeamSection } from './team-section.tsx';

/** The event in figures, and then part by part. */
export const EventBody = ({ event }: { event: Gathering }) => {
  const t = useTexts('vip');
  const may = useMay();
  const money = (minor: number): string => formatMoney(minor, event.currency);
  const heads = event.guests
    .filter(({ state }) => state === 'accepted')
    .reduce((sum, { companions }) => sum + 1 + companions, 0);
  const asked =
    event.askedMinor > 0 ? { hint: t('gatherings.asked', { sum: money(event.askedMinor) }) } : {};
  return (
    <div className={css.page}>
      <Totals
        totals={[
          {
            key: 'invited',
            value: formatNumber(event.invited),
            label: t('gatherings.invited'),
            hint: `${t('gatherings.inCharge')}: ${event.inCharge.name}`,
          },
          {
            key: 'accepted',
            value: formatNumber(event.accepted),
            label: t('gatherings.accepted'),
            hint: t('gatherings.withCompanions', { count: heads }),
          },
          { key: 'came', value: formatNumber(event.came), label: t('gatherings.came') },
          { key: 'budget', value: money(event.budgetMinor), label: t('gatherings.budget') },
          {
            key: 'spent',
            value: money(event.spentMinor),
            label: t('gatherings.spent'),
            ...asked,
          },
          {
            key: 'left',
            value: money(event.budgetMinor - event.spentMinor),
            label: t('gatherings.left'),
          },
        ]}
      />
      <GuestSection event={event} />
      <TeamSection event={event} />
      <CostSection event={event} />
      <PhotoSection event={event} />
      {may('vip.approve') && event.on < event.today ? <EffectSection id={event.id} /> : null}
    </div>
  );
};
