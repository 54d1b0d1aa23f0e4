import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { Ellipsis, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { call, deskPaths, useWrite, type Opened } from '../api.ts';
import { type Dialog, MoreDialog } from './more-dialog.tsx';
import { SplitItems } from './split-items.tsx';
import { useDeskRefresh } from './use-desk-refresh.ts';

const snoozeHours = [1, 4, 24] as const;
const HOUR_MS = 3_600_000;

const Items = (props: { conversation: Opened; onDialog: (dialog: Dialog) => void }) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const { id, version, state, touchedAt } = props.conversation;
  const release = useWrite('POST /api/conversations/{id}/release', deskPaths);
  const wake = useWrite('POST /api/conversations/{id}/wake', deskPaths);
  const reopen = useWrite('POST /api/conversations/{id}/reopen', deskPaths);
  const snooze = async (hours: number): Promise<void> => {
    const until = new Date(serverNow() + hours * HOUR_MS).toISOString();
    const after = await call('POST /api/conversations/{id}/snooze', { id, version, until });
    await refresh();
    const undo = () => wake.mutateAsync({ id, version: after.version });
    undoToast({ text: t('more.snoozed'), undo });
  };
  const setApart = async (mergeId: number): Promise<void> => {
    await call('POST /api/conversations/{id}/merges/{mergeId}/undo', { id, mergeId });
    await refresh();
  };
  const close = async (): Promise<void> => {
    const after = await call('POST /api/conversations/{id}/close', { id, version });
    await refresh();
    const undo = () => reopen.mutateAsync({ id, version: after.version });
    undoToast({ text: t('more.closed'), undo });
  };
  return (
    <>
      {props.conversation.canReply || props.conversation.channel === 'office' ? (
        <Menu.Item disabled={touchedAt === null} onClick={() => void close().catch(notifyProblem)}>
          {t('more.close')}
        </Menu.Item>
      ) : null}
      {state === 'snoozed' ? (
        <Menu.Item onClick={() => void wake.mutateAsync({ id, version }).catch(notifyProblem)}>
          {t('more.wake')}
        </Menu.Item>
      ) : (
        snoozeHours.map((hours) => (
          <Menu.Item
            key={hours}
            disabled={touchedAt === null}
            onClick={() => void snooze(hours).catch(notifyProblem)}
          >
            {t('more.snooze', { count: hours })}
          </Menu.Item>
        ))
      )}
      <Menu.Item onClick={() => props.onDialog('split')}>{t('splitting.title')}…</Menu.Item>
      <SplitItems conversation={props.conversation} />
      {props.conversation.merges.map((one) => (
        <Menu.Item key={one.id} onClick={() => void setApart(one.id).catch(notifyProblem)}>
          {t('merging.apart', one)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={() => void release.mutateAsync({ id, version }).catch(notifyProblem)}>
        {t('more.release')}
      </Menu.Item>
      <Menu.Item onClick={() => props.onDialog('notARequest')}>{t('more.notARequest')}</Menu.Item>
    </>
  );
};

/** Assigning for a supervisor; for whoever has it the rarer things. */
export const MoreActions = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const may = useMay();
  const [dialog, setDialog] = useState<Dialog>(null);
  if (conversation.state === 'closed') return null;
  return (
    <>
      {may('conversations.assign') ? (
        <Tooltip label={t('more.assign')}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t('more.assign')}
            onClick={() => setDialog('assign')}
          >
            <UserRoundPlus size={16} />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {conversation.isMine ? (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon variant="default" size={32} aria-label={t('more.title')}>
              <Ellipsis size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Items conversation={conversation} onDialog={setDialog} />
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <MoreDialog {...{ conversation, dialog }} onClose={() => setDialog(null)} />
    </>
  );
};
