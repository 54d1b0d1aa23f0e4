import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Card, Group, Item } from '../client.ts';
import css from '../quality.module.css';
import { CardVersions } from './card-versions.tsx';

/** One scorecard as it stands: its parts, where each applies, and what every item weighs. */
export const CardSheet = ({ card, onChange }: { card: Card; onChange?: () => void }) => {
  const t = useTexts('quality');
  const [isWhole, setWhole] = useState(false);
  const { name, kind, version, groups } = card;
  return (
    <section className={figures.sheet} aria-label={name}>
      <div className={figures.head}>
        <h2>{name}</h2>
        <div className={css.line}>
          {card.isArchived ? <Badge>{t('cards.archived')}</Badge> : null}
          <Button size="xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
            {t('cards.versions')}
          </Button>
          {onChange ? (
            <Button size="xs" variant="default" onClick={onChange}>
              {t('cards.change')}
            </Button>
          ) : null}
        </div>
      </div>
      <p className={figures.rule}>
        {t('cards.for', { kind: t(`contactKinds.${kind}`) })} · {t('cards.version', { version })}
      </p>
      {groups.map((group) => (
        <GroupLines key={group.title} group={group} />
      ))}
      {isWhole ? <CardVersions id={card.id} /> : null}
    </section>
  );
};

const GroupLines = ({ group }: { group: Group }) => {
  const t = useTexts('quality');
  return (
    <div className={css.group}>
      <h3>
        {group.title}
        {group.condition === 'always' ? null : (
          <Badge tone="blue">{t(`conditions.${group.condition}`)}</Badge>
        )}
      </h3>
      <ul className={css.items}>
        {group.items.map((item) => (
          <ItemLine key={item.key} item={item} />
        ))}
      </ul>
    </div>
  );
};

const ItemLine = ({ item }: { item: Item }) => {
  const t = useTexts('quality');
  return (
    <li>
      <span>
        {item.title}
        {item.hint === '' ? null : <span className="dim"> — {item.hint}</span>}
      </span>
      {item.isCritical ? <Badge tone="red">{t('cards.critical')}</Badge> : null}
      {item.known ? <Badge tone="teal">{t('cards.filled')}</Badge> : null}
      <span className="dim">{t(`scales.${item.scale}`)}</span>
      <span className={css.weight} title={t('cards.weight')}>
        {formatNumber(item.weight)}
      </span>
    </li>
  );
};
