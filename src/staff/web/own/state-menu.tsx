import { Menu, UnstyledButton } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite } from '../api.ts';
import css from './presence.module.css';
import { stateTones } from './state-tones.ts';
import { type PresenceState, presenceStates } from './use-presence.ts';

type Props = { id: number; name: string; state: PresenceState; isHere: boolean };

/** A colleague's state; whoever manages people changes that of one who is here. */
export const StateMenu = ({ id, name, state, isHere }: Props) => {
  const t = useTexts('staff');
  const may = useMay();
  const { mutate: change } = useWrite('PUT /api/staff/{id}/presence', ['/api/board']);
  const now = t(`presence.state.${state}`);
  const badge = <Badge tone={stateTones[state]}>{now}</Badge>;
  if (!isHere || !may('staff.manage')) return badge;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <UnstyledButton aria-label={t('presence.change', { name, state: now })}>
          {badge}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {presenceStates.map((one) => (
          <Menu.Item
            key={one}
            disabled={one === state}
            leftSection={<span className={css.dot} data-state={one} />}
            onClick={() => change({ id, state: one }, { onError: notifyProblem })}
          >
            {t(`presence.state.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
