import { Menu } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { useTexts } from '../texts.ts';
import type { NavFolder as Folder } from './nav.ts';
import css from './rail.module.css';

/** One icon of the rail with several pages behind it, and one count of theirs on top. */
export const NavFolder = ({ folder }: { folder: Folder }) => {
  const t = useTexts();
  const { pathname } = useLocation();
  const isHere = (path: string): boolean => pathname === path || pathname.startsWith(`${path}/`);
  const counts = folder.items.flatMap(({ id, Count }) => (Count ? <Count key={id} /> : []));
  const label = t(`rail.groups.${folder.group}`);
  return (
    <Menu position="right-start" offset={6}>
      <Menu.Target>
        <button
          type="button"
          className={css.item}
          title={label}
          aria-current={folder.items.some(({ path }) => isHere(path)) || undefined}
        >
          <folder.icon size={19} strokeWidth={1.7} />
          <span className={css.label}>{label}</span>
          {counts.length > 0 ? <span className={css.count}>{counts}</span> : null}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{label}</Menu.Label>
        {folder.items.map(({ id, icon: Icon, path, domain, labelKey, Count }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={16} />}
            rightSection={Count ? <Count /> : undefined}
            aria-current={isHere(path) ? 'page' : undefined}
            renderRoot={(root) => <Link {...root} to={path} />}
          >
            {t(`${domain}:${labelKey}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
