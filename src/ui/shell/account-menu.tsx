import { Popover } from '@mantine/core';
import { useState } from 'react';
import { Avatar } from '../show/avatar.tsx';
import { useTexts } from '../texts.ts';
import { useViewer } from '../viewer.tsx';
import { AccountPanel } from './account-panel.tsx';
import css from './account.module.css';

/** One's own picture at the foot of the rail, and what opens from it. */
export const AccountMenu = ({ onShortcuts }: { onShortcuts: () => void }) => {
  const t = useTexts();
  const { name } = useViewer();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="right-end" width={250} trapFocus>
      <Popover.Target>
        <button type="button" className={css.me} onClick={() => setOpen(!isOpen)}>
          <Avatar name={name} />
          <span className="visually-hidden">{t('account.menu', { name })}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t('account.menu', { name })}>
        <AccountPanel close={() => setOpen(false)} onShortcuts={onShortcuts} />
      </Popover.Dropdown>
    </Popover>
  );
};
