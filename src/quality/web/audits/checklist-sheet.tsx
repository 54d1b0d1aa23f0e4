import { Button } from '@mantine/core';
import { Badge } from '../../../ui/show/badge.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Checklist } from '../client.ts';
import css from '../quality.module.css';

/** One checklist as it stands: its sections and points, and how to find each out. */
export const ChecklistSheet = (props: { checklist: Checklist; onChange?: () => void }) => {
  const { checklist, onChange } = props;
  const t = useTexts('quality');
  const { name, version, sections, isArchived } = checklist;
  return (
    <section className={figures.sheet} aria-label={name}>
      <div className={figures.head}>
        <h2>{name}</h2>
        {isArchived ? <Badge>{t('cards.archived')}</Badge> : null}
        <span className="dim">{t('cards.version', { version })}</span>
        {onChange ? (
          <Button size="xs" variant="default" onClick={onChange}>
            {t('cards.change')}
          </Button>
        ) : null}
      </div>
      {sections.map(({ title, points }) => (
        <div key={title} className={css.group}>
          <h3>{title}</h3>
          <ul className={css.items}>
            {points.map((point) => (
              <li key={point.key}>
                <span>
                  {point.title}
                  {point.hint === '' ? null : <span className="dim"> — {point.hint}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
