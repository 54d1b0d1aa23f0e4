import { PhoneIncoming } from 'lucide-react';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useSecond } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';
import { TouchClock } from '../desk/touch-clock.tsx';
import { ChannelSign } from '../channel-sign.tsx';
import { topicIn } from '../topic.ts';
import { nameOf } from '../name-of.ts';
import css from './offer.module.css';

type Props = {
  offer: DeskRow & { expiresAt: string; offeredAt: string; needs: { id: number; name: string }[] };
  isBusy: boolean;
  onTake: () => void;
  onDecline: () => void;
};

/** A request before one agent: who and what in a glance, one key to take it. */
export const OfferedRequest = ({ offer, isBusy, onTake, onDecline }: Props) => {
  const t = useTexts('conversations');
  const nowMs = useSecond();
  const wholeMs = Date.parse(offer.expiresAt) - Date.parse(offer.offeredAt);
  const leftMs = Math.max(0, Date.parse(offer.expiresAt) - nowMs);
  const topic = topicIn(t, offer.subject);
  return (
    <section className={css.banner} role="alert" aria-label={t('offer.title')}>
      <span className={css.icon}>
        {offer.canReply ? (
          <ChannelSign channel={offer.channel} size={18} />
        ) : (
          <PhoneIncoming size={18} />
        )}
      </span>
      <div className={css.words}>
        <div className={css.title}>
          <span className="cut">{nameOf(offer)}</span>
          <TouchClock row={offer} />
        </div>
        <div className={`${css.text} cut`}>{[topic, offer.preview].filter(Boolean).join(': ')}</div>
        {offer.needs.length > 0 ? (
          <div className={css.needs}>
            {offer.needs.map(({ id, name }) => (
              <Badge key={id} tone="teal">
                {name}
              </Badge>
            ))}
          </div>
        ) : null}
      </div>
      <div className={css.actions}>
        <Action variant="filled" keys="F2" isWhileTyping loading={isBusy} onClick={onTake}>
          {t('offer.take')}
        </Action>
        <Action variant="default" onClick={onDecline}>
          {t('offer.decline')}
        </Action>
      </div>
      <div className={css.left} style={{ width: `${(leftMs / Math.max(1, wholeMs)) * 100}%` }} />
    </section>
  );
};
