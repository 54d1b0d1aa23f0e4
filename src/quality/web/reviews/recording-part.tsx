import { Button } from '@mantine/core';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { RecordingPlayer } from '../../../conversations/web/index.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Heard, Said } from '../client.ts';
import css from '../quality.module.css';
import { NoteLines } from './note-lines.tsx';
import type { Place } from './use-noting.ts';

const speeds = ['1', '1.25', '1.5', '2'] as const;

type Props = {
  recording: Said['calls'][number]['recordings'][number];
  /** Null where there is one alone. */
  nth: number | null;
  callId: number;
  review: Heard;
  notes: Heard['notes'];
  onNote?: (place: Place) => void;
};

/** A part of a recording: played at a speed of one's choice, noted at the second. */
export const RecordingPart = ({ recording, nth, callId, review, notes, onNote }: Props) => {
  const t = useTexts('quality');
  const recordings = useTexts('conversations');
  const [speed, setSpeed] = useState<(typeof speeds)[number]>('1');
  const [second, setSecond] = useState(0);
  const [seek, setSeek] = useState<{ second: number } | null>(null);
  const words = (key: string): string =>
    nth === null
      ? recordings(`feed.recording.${key}`)
      : recordings(`feed.recording.part.${key}`, { nth });
  if (recording.state !== 'fetched') {
    return (
      <>
        <p className="dim">{words(recording.state)}</p>
        <NoteLines review={review} notes={notes} />
      </>
    );
  }
  return (
    <>
      <div className={css.player}>
        <RecordingPlayer
          input={{ id: review.conversationId, callId, recordingId: recording.id }}
          label={words('listenTo')}
          speed={Number(speed)}
          seek={seek}
          onSecond={setSecond}
        />
      </div>
      <div className={css.line}>
        <Segmented
          label={t('review.speed')}
          value={speed}
          options={speeds.map((value) => ({ value, label: `×${value}` }))}
          onChange={setSpeed}
        />
        {onNote ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<NotebookPen size={12} />}
            onClick={() => onNote({ callId, recordingId: recording.id, second })}
          >
            {t('review.noteHere', { at: formatDuration(second) })}
          </Button>
        ) : null}
      </div>
      <NoteLines review={review} notes={notes} onSeek={(to) => setSeek({ second: to })} />
    </>
  );
};
