import { Link } from 'react-router';
import { formatDuration, formatNo } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Assignment } from '../client.ts';
import css from '../quality.module.css';

type Props = { lesson: Pick<Assignment, 'article' | 'examples'> };

/** What a lesson says, and examples of how it is done and how it is not. */
export const Article = ({ lesson: { article, examples } }: Props) => {
  const t = useTexts('quality');
  return (
    <section className={figures.sheet} aria-label={t('lessons.article')}>
      <p className={css.article}>{article}</p>
      {examples.map((example) => (
        <Example key={`${example.number} ${example.second} ${example.words}`} {...example} />
      ))}
    </section>
  );
};

const Example = (example: Assignment['examples'][number]) => {
  const t = useTexts('quality');
  const { isGood, words, number, conversationId, second } = example;
  return (
    <blockquote className={`${css.said} ${isGood ? css.out : css.note}`}>
      <Badge tone={isGood ? 'green' : 'amber'}>
        {isGood ? t('lessons.good') : t('lessons.bad')}
      </Badge>
      <p className={css.words}>{words}</p>
      {number !== null && conversationId !== null ? (
        <p className="dim">
          <Link to={`/conversations/${conversationId}`}>
            {t('lessons.inContact', { number: formatNo(number) })}
          </Link>
          {second === null ? null : ` · ${t('lessons.atSecond', { at: formatDuration(second) })}`}
        </p>
      ) : null}
    </blockquote>
  );
};
