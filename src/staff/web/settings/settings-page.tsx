import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { useLookup } from '../../../ui/slot.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { settingsPages, type SettingsEntry } from './pages.ts';
import css from './settings.module.css';

const groups = ['me', 'company', 'work', 'sales', 'tickets', 'control'] as const;

const Entry = ({ id, entry }: { id: string; entry: SettingsEntry }) => {
  const t = useTexts('staff');
  return (
    <NavLink className={css.entry ?? ''} to={`/settings/${id}`}>
      <entry.icon size={16} strokeWidth={1.7} />
      <span className="cut">{t(entry.labelKey)}</span>
    </NavLink>
  );
};

type Props = {
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** Badges beside the title. */
  marks?: ReactNode;
  /** Where the arrow at the left leads. */
  backTo?: string;
  /** Forms want a readable width; tables take all there is. */
  layout?: 'full' | 'padded' | 'narrow';
  children: ReactNode;
};

/** The list is longer than the screen: the page that is open is in sight. */
const showOpen = (nav: HTMLElement | null): void =>
  nav?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });

export const SettingsPage = ({ layout = 'narrow', ...page }: Props) => {
  const t = useTexts('staff');
  const may = useMay();
  const pages = useLookup(settingsPages);
  const entries = Object.entries(pages)
    .filter(([, { permission }]) => may(permission))
    .toSorted(([, a], [, b]) => a.order - b.order);
  return (
    <div className={css.frame}>
      <nav ref={showOpen} className={`${css.nav} scroll`} aria-label={t('settings.title')}>
        <div className={css.heading}>{t('settings.title')}</div>
        {groups.map((group) => {
          const own = entries.filter(([, entry]) => entry.group === group);
          if (own.length === 0) return null;
          return (
            <div key={group} className={css.group} role="group" aria-labelledby={`group-${group}`}>
              <div className={css.groupTitle} id={`group-${group}`}>
                {t(`settings.group.${group}`)}
              </div>
              {own.map(([id, entry]) => (
                <Entry key={id} id={id} entry={entry} />
              ))}
            </div>
          );
        })}
      </nav>
      <Page layout={layout} {...page} />
    </div>
  );
};
