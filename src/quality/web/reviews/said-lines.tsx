import { WholeTalk } from '../../../conversations/web/index.tsx';
import { formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Heard, Said } from '../client.ts';
import css from '../quality.module.css';
import { AttemptWords } from './attempt-words.tsx';
import { CallPlayer } from './call-player.tsx';
import { type Line, linesOf, strayNotes } from './lines-of.ts';
import { Message } from './message.tsx';
import { StrayNotes } from './stray-notes.tsx';
import type { Place } from './use-noting.ts';

type Noted = { review: Heard; onNote?: (place: Place) => void };

/** What was said, the earlier of it as it is asked for, and notes at what is not shown. */
export const SaidLines = ({ said, ...noted }: Noted & { said: Said }) => (
  <WholeTalk conversation={said}>
    {(shown) => (
      <>
        {linesOf(shown).map((line) => (
          <SaidLine key={keyOf(line)} line={line} {...noted} />
        ))}
        <StrayNotes review={noted.review} notes={strayNotes(noted.review, shown)} />
      </>
    )}
  </WholeTalk>
);

function keyOf(line: Line): string {
  if ('message' in line) return `message ${line.message.id}`;
  return 'call' in line ? `call ${line.call.id}` : `attempt ${line.attempt.id}`;
}

const SaidLine = ({ line, ...noted }: Noted & { line: Line }) => {
  const t = useTexts('quality');
  if ('message' in line) return <Message message={line.message} {...noted} />;
  if ('call' in line) return <CallPlayer call={line.call} attempt={line.attempt} {...noted} />;
  return (
    <article className={css.said}>
      <b>{t('review.call', { at: formatInstant(line.at) })}</b>
      <AttemptWords attempt={line.attempt} />
    </article>
  );
};
