import { useState } from 'react';
import { useShortcut } from '../shortcut.ts';
import { Slot } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { GlobalShortcuts } from './global-shortcuts.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';
import { overlaySlot } from './slots.ts';

/** The rail, and what opens over any page: palette, sheet of shortcuts, offers of domains. */
export const RailAndOverlays = () => {
  const t = useTexts();
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const close = () => setOpen(null);
  useShortcut('Mod+KeyK', () => setOpen('palette'), { label: t('rail.search') });
  useShortcut('Shift+Slash', () => setOpen('shortcuts'), { label: t('shortcuts.title') });
  return (
    <>
      <Rail onSearch={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      <Slot of={overlaySlot} />
      <GlobalShortcuts />
      <Palette isOpen={open === 'palette'} onClose={close} />
      <ShortcutsSheet isOpen={open === 'shortcuts'} onClose={close} />
    </>
  );
};
