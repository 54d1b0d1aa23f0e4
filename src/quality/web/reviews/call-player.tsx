import { formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Heard, Said } from '../client.ts';
import css from '../quality.module.css';
import { AttemptWords } from './attempt-words.tsx';
import { NoteLines } from './note-lines.tsx';
import { RecordingPart } from './recording-part.tsx';
import type { Place } from './use-noting.ts';

type Props = {
  call: Said['calls'][number];
  attempt: Said['attempts'][number] | undefined;
  review: Heard;
  onNote?: (place: Place) => void;
};

/** A call, what came of it, and its recording part by part, each noted at its seconds. */
export const CallPlayer = ({ call, attempt, review, onNote }: Props) => {
  const t = useTexts('quality');
  const mayListen = useMay()('conversations.listen');
  const notes = review.notes.filter(({ callId }) => callId === call.id);
  const { recordings } = call;
  return (
    <article className={css.said}>
      <b>{t('review.call', { at: formatInstant(call.beganAt) })}</b>
      {attempt ? <AttemptWords attempt={attempt} isIncoming={call.direction === 'in'} /> : null}
      {mayListen && recordings.length > 0 ? (
        recordings.map((recording, at) => (
          <RecordingPart
            key={recording.id}
            recording={recording}
            nth={recordings.length > 1 ? at + 1 : null}
            callId={call.id}
            review={review}
            notes={notes.filter(
              ({ recordingId }) => (recordingId ?? recordings[0]?.id) === recording.id,
            )}
            {...(onNote ? { onNote } : {})}
          />
        ))
      ) : (
        <>
          <p className="dim">{t('review.noRecording')}</p>
          <NoteLines review={review} notes={notes} />
        </>
      )}
    </article>
  );
};
