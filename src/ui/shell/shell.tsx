import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate, useNavigation } from 'react-router';
import { Fence } from '../fence.tsx';
import { useWebs } from '../frame.tsx';
import { startLive } from '../live.ts';
import { useShortcut } from '../shortcut.ts';
import { Slot } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { useMay } from '../viewer.tsx';
import type { GlobalShortcut } from '../web.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';
import { overlaySlot } from './slots.ts';
import css from './shell.module.css';

const Shortcut = (props: { shortcut: GlobalShortcut; domain: string }) => {
  const t = useTexts();
  const navigate = useNavigate();
  const { keys, path, labelKey } = props.shortcut;
  useShortcut(keys, () => void navigate(path), { label: t(`${props.domain}:${labelKey}`) });
  return null;
};

const GlobalShortcuts = () => {
  const may = useMay();
  return useWebs().flatMap(({ domain, shortcuts }) =>
    shortcuts
      .filter(({ permission }) => may(permission))
      .map((one) => <Shortcut key={one.keys} shortcut={one} domain={domain} />),
  );
};

/** The frame around every page of those who are signed in. */
export const Shell = () => {
  const t = useTexts();
  const { state } = useNavigation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const close = () => setOpen(null);
  useEffect(startLive, []);
  useShortcut('Mod+KeyK', () => setOpen('palette'), { label: t('rail.search') });
  useShortcut('Shift+Slash', () => setOpen('shortcuts'), { label: t('shortcuts.title') });
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#page">
        {t('page.skip')}
      </a>
      {state === 'loading' ? <div className={css.loading} /> : null}
      <Rail onSearch={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      <div className={css.content}>
        <ConnectionBanner />
        <div className={css.page} id="page" tabIndex={-1}>
          <Fence key={pathname}>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </Fence>
        </div>
      </div>
      <Slot of={overlaySlot} />
      <GlobalShortcuts />
      <Palette isOpen={open === 'palette'} onClose={close} />
      <ShortcutsSheet isOpen={open === 'shortcuts'} onClose={close} />
    </div>
  );
};
