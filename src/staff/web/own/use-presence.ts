import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { useRead, useWrite } from '../api.ts';

const heartbeatMs = 20_000;

export const presenceStates = ['ready', 'after_call', 'break', 'away'] as const;
export type PresenceState = (typeof presenceStates)[number];

/** A page that is going away may still send this much, and waits for no answer. */
const sayGoodbye = (): void => {
  void fetch('/api/me/leave', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json', 'x-requested-with': 'bereg' },
    body: '{}',
  }).catch(() => undefined);
};

/**
 * One's own state as the server has it (null until it has said so), and a way to change it. Says
 * every 20 seconds that this screen is open, and once that it closes; whoever has another screen
 * open is here all the same.
 */
export const usePresence = (): [PresenceState | null, (next: PresenceState) => void] => {
  const { id } = useViewer();
  const me = useRead('GET /api/me', {}, { staleMs: 300_000 });
  const { mutate: beat } = useWrite('POST /api/me/heartbeat', [], { isRepeatable: true });
  const { mutate: change } = useWrite('PUT /api/me/presence', ['/api/staff']);
  const [told, setTold] = useState<PresenceState>();
  const isGoing = useRef(false);
  const sayHere = useCallback(() => {
    // A page hears that it has gone while it goes; its answer would put somebody at an empty chair.
    if (!isGoing.current) beat({}, { onSuccess: ({ state }) => setTold(state) });
  }, [beat]);
  useEffect(() => {
    const go = (): void => {
      isGoing.current = true;
      sayGoodbye();
    };
    const comeBack = (): void => {
      isGoing.current = false;
      sayHere();
    };
    sayHere();
    const timer = setInterval(sayHere, heartbeatMs);
    globalThis.addEventListener('pagehide', go);
    globalThis.addEventListener('pageshow', comeBack);
    return () => {
      clearInterval(timer);
      globalThis.removeEventListener('pagehide', go);
      globalThis.removeEventListener('pageshow', comeBack);
    };
  }, [sayHere]);
  useLive(['staff.presence_changed'], ({ subjectId, facts }) => {
    if (subjectId === id && (facts['isHere'] === false || facts['state'] !== told)) sayHere();
  });
  const set = useCallback(
    (state: PresenceState) =>
      change({ state }, { onSuccess: (after) => setTold(after.state), onError: notifyProblem }),
    [change],
  );
  return [told ?? (me.data ? (me.data.presence?.state ?? 'away') : null), set];
};
