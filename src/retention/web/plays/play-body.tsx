import { useNavigate } from 'react-router';
import type { Play } from './client.ts';
import { PlayEffect } from './play-effect.tsx';
import { PlayForm } from './play-form.tsx';
import css from './plays.module.css';
import { TrialView } from './trial-view.tsx';
import { usePlayWords } from './use-play-words.ts';

/** Its sentence, what it would have done, and its form. */
export const PlayBody = ({ play }: { play: Play | null }) => {
  const go = useNavigate();
  const { sentence } = usePlayWords();
  return (
    <div className={css.page}>
      {play ? <p className={css.sentence}>{sentence(play)}</p> : null}
      {play ? <PlayEffect play={play} /> : null}
      {play && !play.isArchived ? <TrialView key={`trial ${play.version}`} play={play} /> : null}
      <PlayForm
        key={play?.version ?? 'new'}
        play={play}
        onAdded={(added) => void go(`/retention/plays/${added}`)}
      />
    </div>
  );
};
