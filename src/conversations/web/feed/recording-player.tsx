import { useEffect, useRef } from 'react';
import { addressOf } from '../../../ui/call.ts';
import css from './feed.module.css';

type Props = {
  input: { id: number; callId: number; recordingId: number };
  label: string;
  /** Fetched and played at once; else not before it is asked for. */
  isAutoPlayed?: boolean;
  speed?: number;
  /** Leads to a second, once for each new object. */
  seek?: { second: number } | null;
  onSecond?: (second: number) => void;
};

/** One part of what was said in a call. */
export const RecordingPlayer = (props: Props) => {
  const { input, label, isAutoPlayed = false, speed = 1, seek = null, onSecond } = props;
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (!player.current) return;
    // What is loaded anew begins at the default.
    player.current.defaultPlaybackRate = speed;
    player.current.playbackRate = speed;
  }, [speed]);
  useEffect(() => {
    if (player.current && seek) player.current.currentTime = seek.second;
  }, [seek]);
  return (
    <audio
      ref={player}
      className={css.player}
      controls
      autoPlay={isAutoPlayed}
      preload={isAutoPlayed ? 'auto' : 'none'}
      aria-label={label}
      src={addressOf('GET /api/conversations/{id}/calls/{callId}/recording', input)}
      onTimeUpdate={(event) => onSecond?.(Math.floor(event.currentTarget.currentTime))}
    >
      <track kind="captions" />
    </audio>
  );
};
