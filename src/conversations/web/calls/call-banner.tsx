import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { CallerCard } from './caller-card.tsx';
import { deskPathOf } from './desk-path-of.ts';
import { type MyCall, useMyCalls } from './use-my-calls.ts';

/**
 * Comes over any screen: who rings at my phone, before the first word. Picked up, the conversation
 * opens by itself; while one speaks on another screen, it says with whom.
 */
export const CallBanner = () => {
  const navigate = useNavigate();
  const calls = useMyCalls();
  const seen = useRef(new Map<number, MyCall['state']>());
  useEffect(() => {
    for (const call of calls) {
      const isPickedUp = seen.current.get(call.id) === 'ringing' && call.state === 'talking';
      seen.current.set(call.id, call.state);
      if (isPickedUp && call.conversationId !== null) void navigate(deskPathOf(call));
    }
  }, [calls, navigate]);
  const { pathname } = useLocation();
  // On its own page one sees what the banner says, and the card that it would lie over.
  const shown = calls.find(
    (call) =>
      call.state === 'ringing' ||
      (call.state === 'talking' && pathname !== `/conversations/${call.conversationId}`),
  );
  if (!shown) return null;
  const open = (): void => {
    if (shown.conversationId !== null) void navigate(deskPathOf(shown));
  };
  return <CallerCard call={shown} onOpen={open} />;
};
