import { Link } from 'react-router';
import type { Card } from '../../subscribers/web/index.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import css from './segments.module.css';

/** The segments of a subscriber that are marked as shown, beside the name. */
export const CardBadges = ({ card }: { card: Card }) => {
  const segments = (card.parts['segments'] as { id: number; name: string }[] | null) ?? [];
  return segments.map(({ id, name }) => (
    <Link key={id} to={`/segments/${id}`} className={css.badge} title={name}>
      <Badge tone="violet">
        <span className="cut">{name}</span>
      </Badge>
    </Link>
  ));
};
