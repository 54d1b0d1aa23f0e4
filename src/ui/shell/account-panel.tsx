import { Keyboard, LogOut } from 'lucide-react';
import { useSession } from '../session.tsx';
import { KeyHint } from '../show/key-hint.tsx';
import { Slot } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { useViewer } from '../viewer.tsx';
import { AccountItem } from './account-item.tsx';
import { accountSlot } from './slots.ts';
import { LanguageSwitch, SchemeSwitch } from './switches.tsx';
import css from './account.module.css';

/** Who I am, what domains add, appearance and language, shortcuts, the way out. */
export const AccountPanel = (props: { close: () => void; onShortcuts: () => void }) => {
  const t = useTexts();
  const { name, email } = useViewer();
  const { signOut } = useSession();
  return (
    <div className={css.menu}>
      <div className={css.who}>
        <strong>{name}</strong>
        {email === undefined ? null : <div className="dim cut">{email}</div>}
      </div>
      <Slot of={accountSlot} close={props.close} />
      <div className={css.choices}>
        <SchemeSwitch />
        <LanguageSwitch />
      </div>
      <AccountItem
        icon={Keyboard}
        label={t('shortcuts.title')}
        aside={<KeyHint keys="Shift+Slash" />}
        onClick={() => {
          props.close();
          props.onShortcuts();
        }}
      />
      <div className={css.line} />
      <AccountItem icon={LogOut} label={t('account.signOut')} onClick={signOut} />
    </div>
  );
};
