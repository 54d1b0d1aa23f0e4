import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Service } from '../client.ts';
import type { Asked } from './dialogs.tsx';

type Props = { accountId: number; service: Service; onAsk: (asked: Asked) => void };

/** What is seldom done with an account. */
export const AccountMenu = ({ accountId, service, onAsk }: Props) => {
  const t = useTexts('billing');
  const { data: debt } = useRead('GET /api/accounts/{id}/dunning', { id: accountId });
  const { state, may } = service;
  const isClosed = state === 'closed';
  const items = [
    { what: 'line', label: t('opening.addLine'), isShown: may.serve && !isClosed },
    { what: 'discount', label: t('service.give'), isShown: may.adjust },
    { what: 'charge', label: t('service.charge'), isShown: may.adjust },
    { what: 'mode', label: t('service.changeMode'), isShown: may.adjust && !isClosed },
    {
      what: 'peace',
      label: t('dunning.leave'),
      isShown: may.serve && debt !== undefined && debt.shortSince !== null && !debt.pause,
    },
    { what: 'suspend', label: t('service.suspend'), isShown: may.adjust && state === 'active' },
  ] as const;
  const shown = items.filter(({ isShown }) => isShown);
  if (shown.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={32} aria-label={t('service.more')}>
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map(({ what, label }) => (
          <Menu.Item key={what} onClick={() => onAsk({ what })}>
            {label}…
          </Menu.Item>
        ))}
        {may.adjust && !isClosed ? (
          <>
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => onAsk({ what: 'close' })}>
              {t('opening.close')}…
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
};
