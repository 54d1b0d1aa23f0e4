import { Modal } from '@mantine/core';
import { SubscriberPicker } from '../../../subscribers/web/index.tsx';
import { dayOf } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';

export const groupPaths = ['/api/vip-groups'];

type Values = { parentId: number | null; fromOn: string };

/** Says to which organisation this one belongs. */
export const JoinDialog = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const t = useTexts('vip');
  const join = useWrite('POST /api/vip-groups/{id}/parent', groupPaths);
  const form = useForm<Values, unknown>({
    initial: { parentId: null, fromOn: dayOf(serverNow()) },
    save: ({ parentId, fromOn }) => join.mutateAsync({ id, parentId: parentId ?? 0, fromOn }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('groups.join')} size={480}>
      <p className="dim">{t('groups.joinHint')}</p>
      <Form form={form} onCancel={onClose}>
        <SubscriberPicker
          label={t('groups.parent')}
          exceptId={id}
          onPick={(picked) => form.set('parentId', picked)}
        />
        {form.errors.byField['parentId'] ? (
          <p role="alert">{form.errors.byField['parentId']}</p>
        ) : null}
        <DayInput {...form.value('fromOn')} label={t('groups.fromOn')} required />
      </Form>
    </Modal>
  );
};
