import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { LabelChips } from '../../../work/web/index.tsx';
import { AlikeButton } from '../act/alike-button.tsx';
import type { Opened } from '../api.ts';
import { deskNow, deskPath } from './use-desk.ts';
import css from './conversation.module.css';

/** What it bears, what it has to do with others, and whether others look alike. */
export const MarksLine = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const { splits, splitFrom, links } = conversation;
  const others = [
    ...(splitFrom ? [{ id: splitFrom.id, words: t('splitting.came', splitFrom) }] : []),
    ...splits.map((one) => ({ id: one.intoId, words: t('splitting.went', one) })),
    ...links.map((one) => ({ id: one.id, words: t('merging.linked', one) })),
  ];
  return (
    <div className={css.labels}>
      <LabelChips labels={conversation.labels} />
      {others.map(({ id, words }) => (
        <Link key={words} className={css.other} to={deskPath(id, deskNow())}>
          {words}
        </Link>
      ))}
      <AlikeButton conversation={conversation} />
    </div>
  );
};
