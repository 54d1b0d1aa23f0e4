import { Menu, Tooltip } from '@mantine/core';
import { Check, Headset } from 'lucide-react';
import { useEffect } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../api.ts';
import css from './presence.module.css';

const heartbeatMs = 20_000;
const states = ['ready', 'after_call', 'break', 'away'] as const;
type State = (typeof states)[number];

/** Says every 20 seconds that this screen is open. */
const useHeartbeat = (): State => {
  const me = useRead('GET /api/me', {}, { staleMs: 300_000 });
  const { mutate, data } = useWrite('POST /api/me/heartbeat', []);
  useEffect(() => {
    mutate({});
    const timer = setInterval(() => mutate({}), heartbeatMs);
    return () => clearInterval(timer);
  }, [mutate]);
  return me.data?.presence?.state ?? data?.state ?? 'away';
};

/** One's own state at the foot of the rail: ready for work, or not. */
export const PresenceButton = () => {
  const t = useTexts('staff');
  const state = useHeartbeat();
  const change = useWrite('PUT /api/me/presence', ['/api/me', '/api/staff']);
  const label = t('presence.own', { state: t(`presence.state.${state}`) });
  return (
    <Menu position="right-end" width={200}>
      <Menu.Target>
        <Tooltip label={label} position="right">
          <button type="button" className={css.button} aria-label={label}>
            <Headset size={19} strokeWidth={1.7} aria-hidden="true" />
            <span className={`${css.dot} ${css.corner}`} data-state={state} />
          </button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {states.map((one) => (
          <Menu.Item
            key={one}
            leftSection={<span className={css.dot} data-state={one} />}
            rightSection={one === state ? <Check size={14} aria-hidden="true" /> : null}
            onClick={() => change.mutate({ state: one }, { onError: notifyProblem })}
          >
            {t(`presence.state.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
