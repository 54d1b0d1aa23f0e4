import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, type DeskRow, type Opened, useRead } from '../api.ts';
import { nameOf } from '../name-of.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';
import css from './act.module.css';

type Props = { conversation: Opened; onClose: () => void };

/** Says that two are about one thing, and offers the way back. */
const useLink = (id: number, onDone: () => void) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  return async (row: DeskRow): Promise<void> => {
    const pair = { id, otherId: row.id };
    await call('PUT /api/conversations/{id}/links/{otherId}', pair);
    onDone();
    await refresh();
    undoToast({
      text: t('merging.linkDone', row),
      undo: async () => {
        await call('DELETE /api/conversations/{id}/links/{otherId}', pair);
        await refresh();
      },
    });
  };
};

/** What may be about the same, to be made one with this; any other by its number. */
export const MergeDialog = ({ conversation, onClose }: Props) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const [typed, setTyped] = useState('');
  const number = Number(typed.replaceAll(/\D/g, ''));
  const input = { id: conversation.id, ...(number > 0 ? { number } : {}) };
  const { data } = useRead('GET /api/conversations/{id}/alike', input, { isKept: true });
  const merge = async (row: DeskRow): Promise<void> => {
    const { id, version } = conversation;
    const from = { fromId: row.id, fromVersion: row.version };
    const done = await call('POST /api/conversations/{id}/merge', { id, version, ...from });
    onClose();
    await refresh();
    undoToast({
      text: t('merging.done', row),
      undo: async () => {
        const { mergeId } = done;
        await call('POST /api/conversations/{id}/merges/{mergeId}/undo', { id, mergeId });
        await refresh();
      },
    });
  };
  const link = useLink(conversation.id, onClose);
  return (
    <Modal opened onClose={onClose} title={t('merging.title')} size={480}>
      <TextInput
        data-autofocus
        inputMode="numeric"
        label={t('merging.number')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {data?.rows.length === 0 ? <p className="dim">{t('merging.none')}</p> : null}
      <ul className={css.people}>
        {data?.rows.map((row) => (
          <li key={row.id} className={css.alike}>
            <span className={css.alikeWords}>
              <span className="cut">
                {t('header.number', row)} · {nameOf(row)}
              </span>
              <span className="dim cut">
                {formatInstant(row.openedAt)} · {row.preview}
              </span>
            </span>
            <Button size="xs" variant="subtle" onClick={() => void link(row).catch(notifyProblem)}>
              {t('merging.link')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => void merge(row).catch(notifyProblem)}
            >
              {t('merging.merge')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
};
