import { useTexts } from '../../../ui/texts.ts';
import { MissedBox as Missed, MissedWords } from '../../../work/web/index.tsx';
import type { Opened } from '../api.ts';

type Props = { missed: Opened['messages']; onGoOn: () => void };

/** What was said while somebody was answering. */
export const MissedBox = ({ missed, onGoOn }: Props) => {
  const t = useTexts('conversations');
  return (
    <Missed title={t('stale.title', { count: missed.length })} onGoOn={onGoOn}>
      {missed.map(({ id, author, senderName, text, at }) => (
        <MissedWords key={id} who={author ?? (senderName || t('stale.them'))} at={at} text={text} />
      ))}
    </Missed>
  );
};
