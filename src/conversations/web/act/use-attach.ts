import { useTexts } from '../../../ui/texts.ts';
import type { DraftHandle } from '../../../work/web/index.tsx';
import { fileMisfit } from '../../api/file-limits.ts';
import type { Opened } from '../api.ts';

/**
 * Attaches files to an answer; what its channel would not take is told before it goes up.
 * @param tell shows what is wrong, or with nothing that all is well
 */
export const useAttach = (
  { answersBy, channel }: Opened,
  { files }: DraftHandle,
  tell: (...words: string[]) => void,
): ((chosen: readonly File[]) => void) => {
  const t = useTexts('conversations');
  return (chosen) => {
    const fresh = chosen.map(({ name, size }) => ({ name, sizeBytes: size }));
    const misfit = fileMisfit(answersBy?.channel ?? channel, [
      ...files.kept,
      ...files.going,
      ...fresh,
    ]);
    if (misfit) return tell(t(misfit.code.replace('conversations.', 'errors.'), misfit.params));
    tell();
    files.attach(chosen);
  };
};
