import { useEffect, useRef, useState } from 'react';
import { useLive } from '../../../ui/live.ts';
import { call } from '../api.ts';

export type Other = { staffId: number; name: string; isWriting: boolean };

const everyMs = 10_000;
/** Whoever has not touched a key for so long looks on, and writes no more. */
const writingMs = 8_000;

type Options = {
  entity: string;
  entityId: number;
  /** The event by which screens hear of others at it. */
  hears: string;
  /** What is being written; whoever changes it writes. */
  text: string;
};

/** Says that this screen shows a record and whether somebody writes; tells who else is at it. */
export const useAttention = ({ entity, entityId, hears, text }: Options): readonly Other[] => {
  const [others, setOthers] = useState<readonly Other[]>([]);
  const isWriting = useIsWriting(text);
  const record = { entity, entityId };
  useLive([hears], ({ subjectId }) => {
    if (subjectId !== entityId) return;
    call('GET /api/attention', record).then(
      (answer) => setOthers(answer.others),
      () => undefined,
    );
  });
  useEffect(() => {
    const say = (state: 'looking' | 'writing' | 'left'): void => {
      call('POST /api/attention', { entity, entityId, state }, { isRepeatable: true }).then(
        (answer) => setOthers(answer.others),
        () => undefined,
      );
    };
    const tell = (): void => {
      if (!document.hidden) say(isWriting ? 'writing' : 'looking');
    };
    tell();
    const timer = setInterval(tell, everyMs);
    return () => clearInterval(timer);
  }, [entity, entityId, isWriting]);
  useEffect(
    () => () => {
      const left = { entity, entityId, state: 'left' } as const;
      call('POST /api/attention', left, { isRepeatable: true }).catch(() => undefined);
    },
    [entity, entityId],
  );
  return others;
};

const useIsWriting = (text: string): boolean => {
  const [isWriting, setWriting] = useState(false);
  const before = useRef(text);
  useEffect(() => {
    if (before.current === text) return undefined;
    before.current = text;
    setWriting(text !== '');
    const timer = setTimeout(() => setWriting(false), writingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return isWriting;
};
