import { Menu } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, type Opened, useWrite } from '../api.ts';

/** What can be put back: what was split off this, this itself, and what it was linked with. */
export const SplitItems = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const undo = useWrite('POST /api/conversations/{id}/splits/{splitId}/undo', deskPaths);
  const unlink = useWrite('DELETE /api/conversations/{id}/links/{otherId}', deskPaths);
  const { id, splits, splitFrom, links } = conversation;
  const putBack = (splitId: number): void =>
    undo.mutate({ id, splitId }, { onError: notifyProblem });
  return (
    <>
      {splits.map((one) => (
        <Menu.Item key={one.id} onClick={() => putBack(one.id)}>
          {t('splitting.undo', one)}
        </Menu.Item>
      ))}
      {splitFrom ? (
        <Menu.Item onClick={() => putBack(splitFrom.splitId)}>
          {t('splitting.undoFrom', splitFrom)}
        </Menu.Item>
      ) : null}
      {links.map((one) => (
        <Menu.Item
          key={one.id}
          onClick={() => unlink.mutate({ id, otherId: one.id }, { onError: notifyProblem })}
        >
          {t('merging.unlink', one)}
        </Menu.Item>
      ))}
    </>
  );
};
