import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Trouble } from '../api/choices.ts';

/** What came of a test: it works, or what is wrong, with the server's own words. */
export const Verdict = ({ trouble, words }: { trouble: Trouble | null; words: string }) => {
  const t = useTexts('channels');
  if (trouble === null) return <Badge tone="green">{t('channels.works')}</Badge>;
  return (
    <>
      {t(`troubles.${trouble}`)} <span className="dim">{words}</span>
    </>
  );
};
