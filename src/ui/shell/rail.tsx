import { Menu, Tooltip } from '@mantine/core';
import { Ellipsis, Search } from 'lucide-react';
import { Link, NavLink } from 'react-router';
import { keyNames } from '../keys.ts';
import { Slot } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { AccountMenu } from './account-menu.tsx';
import { Mark } from './mark.tsx';
import { useNav, type OwnedNavItem } from './nav.ts';
import { presenceSlot } from './slots.ts';
import css from './rail.module.css';

const RailItem = ({ item }: { item: OwnedNavItem }) => {
  const t = useTexts();
  const label = t(`${item.domain}:${item.labelKey}`);
  return (
    <Tooltip label={label} position="right">
      <NavLink to={item.path} className={css.item ?? ''} aria-label={label}>
        <item.icon size={19} strokeWidth={1.7} />
        <span>{label}</span>
        {item.Count ? (
          <span className={css.count}>
            <item.Count />
          </span>
        ) : null}
      </NavLink>
    </Tooltip>
  );
};

/** On a phone the bar holds four entries; the others stand behind "more". */
const MoreMenu = ({ items }: { items: OwnedNavItem[] }) => {
  const t = useTexts();
  if (items.length === 0) return null;
  return (
    <Menu position="top">
      <Menu.Target>
        <button type="button" className={`${css.item} ${css.more}`} aria-label={t('rail.more')}>
          <Ellipsis size={19} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item
            key={item.id}
            leftSection={<item.icon size={16} />}
            renderRoot={(root) => <Link {...root} to={item.path} />}
          >
            {t(`${item.domain}:${item.labelKey}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

/** The icon rail at the left; a bar at the foot of a phone. */
export const Rail = (props: { onSearch: () => void; onShortcuts: () => void }) => {
  const t = useTexts();
  const items = useNav();
  const searchLabel = `${t('rail.search')} · ${keyNames('Mod+KeyK').join(' ')}`;
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
      <div className={css.foot}>
        <MoreMenu items={items.slice(4)} />
        <Tooltip label={searchLabel} position="right">
          <button
            type="button"
            className={css.item}
            onClick={props.onSearch}
            aria-label={t('rail.search')}
          >
            <Search size={19} strokeWidth={1.7} />
          </button>
        </Tooltip>
        <Slot of={presenceSlot} />
        <AccountMenu onShortcuts={props.onShortcuts} />
      </div>
    </nav>
  );
};
