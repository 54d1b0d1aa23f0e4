import { Search } from 'lucide-react';
import { Suspense } from 'react';
import { keyNames } from '../keys.ts';
import { Avatar } from '../show/avatar.tsx';
import { later, Slot } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { useViewer } from '../viewer.tsx';
import type { OwnedNavItem } from './nav.ts';
import { presenceSlot } from './slots.ts';
import { Tip } from './tip.tsx';
import css from './rail.module.css';

// Menus come right after the first paint; until then the picture holds the place.
const AccountMenu = later(async () => (await import('./account-menu.tsx')).AccountMenu);
const MoreMenu = later(async () => (await import('./more-menu.tsx')).MoreMenu);

type Props = {
  onSearch: () => void;
  onShortcuts: () => void;
  /** Entries for which a phone's bar has no room. */
  others: OwnedNavItem[];
};

/** What is always at hand: search, one's own state, one's own menu. */
export const RailFoot = ({ onSearch, onShortcuts, others }: Props) => {
  const t = useTexts();
  const { name } = useViewer();
  const searchLabel = `${t('rail.search')} · ${keyNames('Mod+KeyK').join(' ')}`;
  return (
    <div className={css.foot}>
      <Suspense fallback={null}>
        <MoreMenu items={others} />
      </Suspense>
      <Tip label={searchLabel}>
        <button
          type="button"
          className={css.item}
          onClick={onSearch}
          aria-label={t('rail.search')}
          aria-keyshortcuts="Control+K"
        >
          <Search size={19} strokeWidth={1.7} />
        </button>
      </Tip>
      <Slot of={presenceSlot} />
      <Suspense fallback={<Avatar name={name} />}>
        <AccountMenu onShortcuts={onShortcuts} />
      </Suspense>
    </div>
  );
};
