import { Suspense } from 'react';
import { Link, NavLink } from 'react-router';
import { later } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { Mark } from './mark.tsx';
import { itemsOf, type NavFolder as Folder, type OwnedNavItem, useRail } from './nav.ts';
import { RailFoot } from './rail-foot.tsx';
import { Tip } from './tip.tsx';
import css from './rail.module.css';

// Menus come right after the first paint; until then the icon holds the place.
const NavFolder = later(async () => (await import('./nav-folder.tsx')).NavFolder);

const RailFolder = ({ folder }: { folder: Folder }) => (
  <Suspense
    fallback={
      <span className={css.item}>
        <folder.icon size={19} strokeWidth={1.7} />
      </span>
    }
  >
    <NavFolder folder={folder} />
  </Suspense>
);

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
  const entries = useRail();
  return (
    <nav className={css.rail} aria-label={t('rail.label')}>
      <Link to="/" className={css.home ?? ''} aria-label={t('rail.home')}>
        <Mark />
      </Link>
      <div className={css.items}>
        {entries.map((entry) =>
          'items' in entry ? (
            <RailFolder key={entry.group} folder={entry} />
          ) : (
            <RailItem key={entry.id} item={entry} />
          ),
        )}
      </div>
      <RailFoot {...props} others={entries.slice(barLength).flatMap(itemsOf)} />
    </nav>
  );
};
