import { Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { useRefresh } from '../../ui/query.ts';
import type { Target } from '../../ui/table/contract.ts';
import { useTexts } from '../../ui/texts.ts';
import { call, type Chosen, segmentPaths, useRead } from './client.ts';

type Props = { target: Target; onClose: (isDone: boolean) => void };

const NEW = 'new';
type Values = { segmentId: string | null; name: string };

/** Puts the ticked subscribers, or all that match, on a kept list, or makes one of them. */
export const AddDialog = ({ target, onClose }: Props) => {
  const t = useTexts('segments');
  const refresh = useRefresh();
  const { data } = useRead('GET /api/segments', {});
  const kept = data?.segments.filter(({ kind }) => kind === 'static') ?? [];
  const form = useForm<Values, number>({
    initial: { segmentId: NEW, name: '' },
    save: async (values) => {
      const chosen = 'ids' in target ? target : { condition: target.filter };
      const count = await put(values, chosen);
      await refresh(...segmentPaths);
      return count;
    },
    onSaved: (count) => {
      notifyDone(t('bulk.added', { count }));
      onClose(true);
    },
  });
  const { segmentId } = form.values;
  return (
    <Modal opened onClose={() => onClose(false)} title={t('bulk.add')} size={420}>
      <Form form={form} submitLabel={t('bulk.put')} onCancel={() => onClose(false)}>
        <Select
          {...form.value('segmentId')}
          onChange={(value) => form.set('segmentId', value)}
          label={t('bulk.segment')}
          data={[
            { value: NEW, label: t('bulk.new') },
            ...kept.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          allowDeselect={false}
        />
        {segmentId === NEW ? (
          <TextInput {...form.text('name')} label={t('bulk.name')} required data-autofocus />
        ) : null}
      </Form>
    </Modal>
  );
};

/** @returns how many are on it now that were not */
async function put({ segmentId, name }: Values, chosen: Chosen): Promise<number> {
  if (segmentId === NEW) {
    return (await call('POST /api/segments', { name, kind: 'static', ...chosen })).size;
  }
  return (await call('POST /api/segments/{id}/members', { id: Number(segmentId), chosen })).changed;
}
