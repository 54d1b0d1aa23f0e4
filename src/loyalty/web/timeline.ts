import { Gift } from 'lucide-react';
import { formatDay, formatMoney } from '../../ui/format.ts';
import type { TimelineWord } from '../../ui/timeline/words.ts';

const step = (
  name: string,
  values?: NonNullable<TimelineWord['values']>,
): Record<string, TimelineWord> => ({
  [`loyalty.${name}`]: {
    icon: Gift,
    kind: 'loyalty',
    textKey: `loyalty:timeline.${name}`,
    ...(values && { values }),
  },
});

/** How the programme reads on a subscriber's timeline. */
export const words: Record<string, TimelineWord> = {
  ...step('points_pooled'),
  ...step('points_unpooled'),
  ...step('tariff_given'),
  ...step('tariff_ending', ({ facts }) => ({ endsOn: formatDay(String(facts['endsOn'])) })),
  ...step('tariff_end_told', ({ facts }) => ({ endsOn: formatDay(String(facts['endsOn'])) })),
  ...step('tariff_kept'),
  ...step('tariff_ended'),
  ...step('page_sent'),
  ...step('page_renewed'),
  ...step('reward_redeemed'),
  ...step('redemption_undone'),
  ...step('goods_handed'),
  ...step('earning_given'),
  ...step('earning_dropped'),
  ...step('friend_accepted'),
  ...step('friend_refused'),
  ...step('price_made_right', ({ facts }) => ({
    gapMinor: formatMoney(Number(facts['gapMinor']), String(facts['currency'])),
  })),
  ...step('right_undone'),
};
