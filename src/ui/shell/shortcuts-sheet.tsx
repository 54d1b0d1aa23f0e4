import { Modal } from '@mantine/core';
import { useActiveShortcuts } from '../shortcut.ts';
import { KeyList } from '../show/key-list.tsx';
import { useTexts } from '../texts.ts';

/** Everything that keys do on the screen behind it. */
export const ShortcutsSheet = (props: { isOpen: boolean; onClose: () => void }) => {
  const t = useTexts();
  const byKeys = new Map(
    useActiveShortcuts().flatMap(({ combination, label }) =>
      label === undefined ? [] : [[combination, label] as const],
    ),
  );
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={t('shortcuts.title')} size={420}>
      <KeyList keys={[...byKeys]} />
    </Modal>
  );
};
