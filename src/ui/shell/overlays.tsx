import { Suspense, useEffect, useState } from 'react';
import { useShortcut } from '../shortcut.ts';
import { later, Slot } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { GlobalShortcuts } from './global-shortcuts.tsx';
import { Rail } from './rail.tsx';
import { overlaySlot } from './slots.ts';

// What opens on demand is no part of the first load.
const loadPalette = async () => (await import('./palette.tsx')).Palette;
const Palette = later(loadPalette);
const ShortcutsSheet = later(async () => (await import('./shortcuts-sheet.tsx')).ShortcutsSheet);

const AFTER_FIRST_LOAD_MS = 1000;

type Overlay = 'palette' | 'shortcuts';

/** The rail, and what opens over any page: palette, sheet of shortcuts, offers of domains. */
export const RailAndOverlays = () => {
  const t = useTexts();
  const [open, setOpenNow] = useState<Overlay | null>(null);
  const [openings, setOpenings] = useState(0);
  const [wanted, setWanted] = useState<readonly Overlay[]>([]);
  const close = () => setOpenNow(null);
  const setOpen = (overlay: Overlay): void => {
    setWanted((before) => [...new Set([...before, overlay])]);
    setOpenNow(overlay);
    setOpenings((before) => before + 1);
  };
  useEffect(() => {
    // At hand before it is asked for: whoever presses Ctrl+K types on at once.
    const timer = setTimeout(() => void loadPalette(), AFTER_FIRST_LOAD_MS);
    return () => clearTimeout(timer);
  }, []);
  useShortcut('Mod+KeyK', () => setOpen('palette'), { label: t('rail.search') });
  useShortcut('Slash', () => setOpen('palette'));
  useShortcut('Shift+Slash', () => setOpen('shortcuts'), { label: t('shortcuts.title') });
  return (
    <>
      <Rail onSearch={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      <Slot of={overlaySlot} />
      <GlobalShortcuts />
      <Suspense fallback={null}>
        {wanted.includes('palette') ? (
          // Opened while it still fades out, it begins anew all the same.
          <Palette key={openings} isOpen={open === 'palette'} onClose={close} />
        ) : null}
        {wanted.includes('shortcuts') ? (
          <ShortcutsSheet isOpen={open === 'shortcuts'} onClose={close} />
        ) : null}
      </Suspense>
    </>
  );
};
