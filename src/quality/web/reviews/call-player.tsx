import { Button } from '@mantine/core';
import { NotebookPen } from 'lucide-react';
import { useRef, useState } from 'react';
import { addressOf } from '../../../ui/call.ts';
import { formatDuration, formatInstant } from '../../../ui/format.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Review, Said } from '../client.ts';
import css from '../quality.module.css';
import { NoteLines } from './note-lines.tsx';
import type { Place } from './use-noting.ts';

const speeds = ['1', '1.25', '1.5', '2'] as const;

type Props = { call: Said['calls'][number]; review: Review; onNote?: (place: Place) => void };

/** A call with its recording: played at a speed of one's choice, noted at the second. */
export const CallPlayer = ({ call, review, onNote }: Props) => {
  const t = useTexts('quality');
  const mayListen = useMay()('conversations.listen');
  const player = useRef<HTMLAudioElement>(null);
  const [speed, setSpeed] = useState<(typeof speeds)[number]>('1');
  const [second, setSecond] = useState(0);
  const recording = call.recordings.find(({ state }) => state === 'fetched');
  const notes = review.notes.filter(({ callId }) => callId === call.id);
  const hasten = (value: (typeof speeds)[number]): void => {
    setSpeed(value);
    if (player.current) player.current.playbackRate = Number(value);
  };
  const seek = (to: number): void => {
    if (player.current) player.current.currentTime = to;
  };
  return (
    <article className={css.said}>
      <b>{t('review.call', { at: formatInstant(call.beganAt) })}</b>
      {recording && mayListen ? (
        <>
          <audio
            ref={player}
            className={css.player}
            controls
            preload="none"
            aria-label={t('review.listen')}
            src={addressOf('GET /api/conversations/{id}/calls/{callId}/recording', {
              id: review.conversationId,
              callId: call.id,
              recordingId: recording.id,
            })}
            onPlay={() => hasten(speed)}
            onTimeUpdate={(event) => setSecond(Math.floor(event.currentTarget.currentTime))}
          >
            <track kind="captions" />
          </audio>
          <div className={css.line}>
            <Segmented
              label={t('review.speed')}
              value={speed}
              options={speeds.map((value) => ({ value, label: `×${value}` }))}
              onChange={hasten}
            />
            {onNote ? (
              <Button
                size="xs"
                variant="default"
                leftSection={<NotebookPen size={12} />}
                onClick={() => onNote({ callId: call.id, second })}
              >
                {t('review.noteHere', { at: formatDuration(second) })}
              </Button>
            ) : null}
          </div>
        </>
      ) : (
        <p className="dim">{t('review.noRecording')}</p>
      )}
      <NoteLines review={review} notes={notes} onSeek={seek} />
    </article>
  );
};
