import { useTexts } from '../../../ui/texts.ts';
import type { Heard } from '../client.ts';
import css from '../quality.module.css';
import { NoteLines } from './note-lines.tsx';

/** Notes at what is not shown; nothing where each stands at its place. */
export const StrayNotes = ({ review, notes }: { review: Heard; notes: Heard['notes'] }) => {
  const t = useTexts('quality');
  if (notes.length === 0) return null;
  return (
    <article className={css.said}>
      <b>{t('review.strayNotes')}</b>
      <NoteLines review={review} notes={notes} />
    </article>
  );
};
