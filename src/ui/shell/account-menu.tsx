import { Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Keyboard, LogOut } from 'lucide-react';
import { currentLanguage } from '../language.ts';
import { notifyProblem } from '../notify.tsx';
import { useSession } from '../session.tsx';
import { Avatar } from '../show/avatar.tsx';
import { KeyHint } from '../show/key-hint.tsx';
import { Slot } from '../slot.tsx';
import { changeLanguage, useTexts } from '../texts.ts';
import { useViewer } from '../viewer.tsx';
import { accountSlot } from './slots.ts';
import css from './rail.module.css';

export const SchemeSwitch = () => {
  const t = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('account.scheme')}
      value={colorScheme}
      onChange={setColorScheme}
      data={[
        { value: 'light', label: t('account.light') },
        { value: 'dark', label: t('account.dark') },
        { value: 'auto', label: t('account.auto') },
      ]}
    />
  );
};

export const LanguageSwitch = () => {
  const t = useTexts();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('account.language')}
      value={currentLanguage()}
      onChange={(value) => void changeLanguage(value).catch(notifyProblem)}
      data={[
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
};

/** One's own picture: appearance, language, shortcuts, what domains add, the way out. */
export const AccountMenu = ({ onShortcuts }: { onShortcuts: () => void }) => {
  const t = useTexts();
  const viewer = useViewer();
  const { signOut } = useSession();
  return (
    <Menu position="right-end" width={250} keepMounted={false}>
      <Menu.Target>
        <button type="button" className={css.me}>
          <Avatar name={viewer.name} />
          <span className="visually-hidden">{t('account.menu', viewer)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.name}</Menu.Label>
        <Slot of={accountSlot} />
        <div style={{ display: 'grid', gap: 8, padding: '6px 10px 8px' }}>
          <SchemeSwitch />
          <LanguageSwitch />
        </div>
        <Menu.Item
          leftSection={<Keyboard size={16} />}
          rightSection={<KeyHint keys="Shift+Slash" />}
          onClick={onShortcuts}
        >
          {t('shortcuts.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<LogOut size={16} />}
          onClick={() => void signOut().catch(notifyProblem)}
        >
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
