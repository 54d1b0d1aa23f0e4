import { useEffect } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useSecond } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useTake } from '../act/use-take.ts';
import { deskPaths, useWrite } from '../api.ts';
import { OfferedRequest } from './offered-request.tsx';
import { isSoundOn, playOffer } from './sound.ts';
import { ASK_EVERY_MS, useOffer } from './use-offer.ts';

/** Whoever looks at another tab sees by this one's name that something waits. */
const useTabSign = (words: string | null): void => {
  useEffect(() => {
    if (words === null) return undefined;
    const before = document.title;
    document.title = `● ${words}`;
    return () => {
      if (document.title === `● ${words}`) document.title = before;
    };
  }, [words]);
};

/** Comes over any screen: the request put before me. */
export const OfferBanner = () => {
  const t = useTexts('conversations');
  const { told, refetch } = useOffer();
  const nowMs = useSecond();
  const { take, isPending } = useTake();
  const decline = useWrite('POST /api/conversations/{id}/decline', deskPaths);
  const offer = told?.offer && Date.parse(told.offer.expiresAt) > nowMs ? told.offer : null;
  const offerId = offer?.id;
  useEffect(() => {
    const timer = setInterval(() => void refetch(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  useEffect(() => {
    if (offerId !== undefined && isSoundOn()) playOffer();
  }, [offerId]);
  useTabSign(offer === null ? null : t('offer.title'));

  if (!offer) return null;
  return (
    <OfferedRequest
      offer={offer}
      isBusy={isPending}
      onTake={() => take(offer.id)}
      onDecline={() => void decline.mutateAsync({ id: offer.id }).catch(notifyProblem)}
    />
  );
};
