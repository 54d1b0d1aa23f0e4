import { Menu, Tooltip } from '@mantine/core';
import { Check, Headset } from 'lucide-react';
import { useState } from 'react';
import { useShortcut } from '../../../ui/shortcut.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from './presence.module.css';
import { presenceStates, usePresence, type PresenceState } from './use-presence.ts';

const keys = 'KeyR';

const Mark = (props: { isOn: boolean; isNext: boolean }) => {
  if (props.isOn) return <Check size={14} aria-hidden="true" />;
  return props.isNext ? <KeyHint keys={keys} /> : null;
};

/** One's own state at the foot of the rail: ready for work, or not. R goes there and back. */
export const PresenceButton = () => {
  const t = useTexts('staff');
  const [state, change] = usePresence();
  const [isOpen, setOpen] = useState(false);
  const next: PresenceState = state === 'ready' ? 'break' : 'ready';
  const label = t('presence.own', { state: state ? t(`presence.state.${state}`) : '…' });
  useShortcut(keys, () => change(next), {
    label: t('presence.toggle'),
    isEnabled: state !== null,
  });
  return (
    <Menu position="right-end" width={200} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={label} position="right" disabled={isOpen}>
          <button type="button" className={css.button} aria-label={label}>
            <Headset size={19} strokeWidth={1.7} aria-hidden="true" />
            <span className={`${css.dot} ${css.corner}`} data-state={state ?? undefined} />
          </button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {presenceStates.map((one) => (
          <Menu.Item
            key={one}
            leftSection={<span className={css.dot} data-state={one} />}
            rightSection={<Mark isOn={one === state} isNext={one === next} />}
            onClick={() => change(one)}
          >
            {t(`presence.state.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
