import { Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../texts.ts';
import type { OwnedNavItem } from './nav.ts';
import css from './rail.module.css';

/** On a phone the bar holds four entries; the others stand behind "more". */
export const MoreMenu = ({ items }: { items: OwnedNavItem[] }) => {
  const t = useTexts();
  if (items.length === 0) return null;
  return (
    <Menu position="top">
      <Menu.Target>
        <button type="button" className={`${css.item} ${css.more}`} aria-label={t('rail.more')}>
          <Ellipsis size={19} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={css.others}>
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
