import { Button } from '@mantine/core';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import type { Template } from './use-templates.ts';

/** Deletes a text at once; for ten seconds it can be had back. */
export const DeleteTemplate = ({
  template,
  onClose,
}: {
  template: Template;
  onClose: () => void;
}) => {
  const t = useTexts('work');
  const remove = useWrite('DELETE /api/templates/{id}', ['/api/templates']);
  const create = useWrite('POST /api/templates');
  const { id, name, text, language, isShared } = template;
  const drop = async (): Promise<void> => {
    await remove.mutateAsync({ id });
    onClose();
    undoToast({
      text: t('templates.deleted', { name }),
      undo: () => create.mutateAsync({ name, text, language, isShared }),
    });
  };
  return (
    <Button variant="subtle" color="gray" onClick={() => void drop().catch(notifyProblem)}>
      {t('templates.delete')}
    </Button>
  );
};
