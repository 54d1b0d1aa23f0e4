import { useTexts } from '../../../ui/texts.ts';
import type { Answer } from '../../kinds.ts';

/** An answer and why it was given. */
export const Given = ({ answer, words }: { answer: Answer; words: string }) => {
  const t = useTexts('quality');
  return (
    <>
      {t(`answers.${answer}`)}
      {words === '' ? null : <div className="dim">{words}</div>}
    </>
  );
};
