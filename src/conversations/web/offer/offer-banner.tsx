import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useSecond } from '../../../ui/show/time.tsx';
import { deskPaths, useRead, useWrite } from '../api.ts';
import { EscalatedBanner } from './escalated-banner.tsx';
import { OfferedRequest } from './offered-request.tsx';
import { isSoundOn, playOffer } from './sound.ts';

/** What was missed while the stream was broken is found by asking, at least this often. */
const ASK_EVERY_MS = 20_000;

const useOffer = () => {
  useLiveRefresh(['conversations.*'], ['/api/conversations/offer']);
  const { data, refetch } = useRead('GET /api/conversations/offer', {}, { staleMs: ASK_EVERY_MS });
  useEffect(() => {
    const timer = setInterval(() => void refetch(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  return data;
};

/** Comes over any screen: the request put before me, or what the room has left lying. */
export const OfferBanner = () => {
  const navigate = useNavigate();
  const told = useOffer();
  const nowMs = useSecond();
  const take = useWrite('POST /api/conversations/{id}/take', deskPaths);
  const decline = useWrite('POST /api/conversations/{id}/decline', deskPaths);
  const offer = told?.offer && Date.parse(told.offer.expiresAt) > nowMs ? told.offer : null;
  const offerId = offer?.id;
  useEffect(() => {
    if (offerId !== undefined && isSoundOn()) playOffer();
  }, [offerId]);

  const takeIt = (id: number): void => {
    take
      .mutateAsync({ id })
      .then(() => navigate(`/conversations/${id}?queue=mine`))
      .catch(notifyProblem);
  };
  if (offer) {
    return (
      <OfferedRequest
        offer={offer}
        isBusy={take.isPending}
        onTake={() => takeIt(offer.id)}
        onDecline={() => void decline.mutateAsync({ id: offer.id }).catch(notifyProblem)}
      />
    );
  }
  const [escalated, ...others] = told?.escalated ?? [];
  return escalated ? <EscalatedBanner row={escalated} others={others.length} /> : null;
};
