import { Link, NavLink } from 'react-router';
import { useTexts } from '../texts.ts';
import { Mark } from './mark.tsx';
import { useNav, type OwnedNavItem } from './nav.ts';
import { RailFoot } from './rail-foot.tsx';
import { Tip } from './tip.tsx';
import css from './rail.module.css';

const RailItem = ({ item }: { item: OwnedNavItem }) => {
  const t = useTexts();
  const label = t(`${item.domain}:${item.labelKey}`);
  return (
    <Tip label={label}>
      <NavLink to={item.path} className={css.item ?? ''}>
        <item.icon size={19} strokeWidth={1.7} />
        <span className={css.label}>{label}</span>
        {item.Count ? (
          <span className={css.count}>
            <item.Count />
          </span>
        ) : null}
      </NavLink>
    </Tip>
  );
};

/** A phone's bar has room for so many beside search, the menu and one's own picture. */
const barLength = 3;

/** The icon rail at the left; a bar at the foot of a phone. */
export const Rail = (props: { onSearch: () => void; onShortcuts: () => void }) => {
  const t = useTexts();
  const items = useNav();
  return (
    <nav className={css.rail} aria-label={t('rail.label')}>
      <Link to="/" className={css.home ?? ''} aria-label={t('rail.home')}>
        <Mark />
      </Link>
      <div className={css.items}>
        {items.map((item) => (
          <RailItem key={item.id} item={item} />
        ))}
      </div>
      <RailFoot {...props} others={items.slice(barLength)} />
    </nav>
  );
};
