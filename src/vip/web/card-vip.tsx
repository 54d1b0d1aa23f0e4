import { Link } from 'react-router';
import type { Card } from '../../subscribers/web/index.tsx';
import { formatDay } from '../../ui/format.ts';
import { CardSection, Facts } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useCurrency } from '../../ui/viewer.tsx';
import type { Client } from './client.ts';
import { VipMark } from './marks.tsx';
import { useMissing } from './use-missing.ts';

type VipLine = Pick<Client, 'id' | 'state' | 'tier' | 'isCorporate' | 'dropsOn' | 'missing'> & {
  acting: string | null;
  gift: { name: string; reaction: string | null; on: string } | null;
  event: { id: number; name: string; on: string; state: string; hasCome: boolean | null } | null;
};

type Say = ReturnType<typeof useTexts>;

/** What they were given last, and how they took it. */
const giftWords = (gift: VipLine['gift'], t: Say): string | null =>
  gift &&
  [gift.name, gift.reaction && t(`reactions.${gift.reaction}`), formatDay(gift.on)]
    .filter(Boolean)
    .join(' · ');

/** To what they were asked last, and whether they came. */
const eventOf = (event: VipLine['event'], t: Say) => {
  if (!event) return null;
  const { id, name, on, state, hasCome } = event;
  const came = t(hasCome ? 'gatherings.hasCome' : 'gatherings.hasNotCome');
  const words = [name, hasCome === null ? t(`guestStates.${state}`) : came, formatDay(on)];
  return <Link to={`/vip/events/${id}`}>{words.join(' · ')}</Link>;
};

/** The programme on a subscriber's card: the tier, who leads, what lacks. */
export const CardVip = ({ card }: { card: Card }) => {
  const t = useTexts('vip');
  const say = useMissing(useCurrency());
  const vip = card.parts['vip'] as VipLine | null | undefined;
  if (!vip) return null;
  return (
    <CardSection
      title={t('card.title')}
      actions={<Link to={`/vip/clients/${vip.id}`}>{t('card.open')}</Link>}
    >
      <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
        <VipMark {...vip} />
      </div>
      <Facts
        facts={[
          { label: t('fields.actingId'), value: vip.acting },
          { label: t('card.gift'), value: giftWords(vip.gift, t) },
          { label: t('card.event'), value: eventOf(vip.event, t) },
          {
            label: t('fields.dropsOn'),
            value: vip.dropsOn === null ? null : formatDay(vip.dropsOn),
          },
          {
            label: t('card.missing'),
            value: vip.state === 'candidate' ? vip.missing.map(say).join(', ') : null,
          },
        ]}
      />
    </CardSection>
  );
};
