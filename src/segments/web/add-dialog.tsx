import { Modal, Select } from '@mantine/core';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { useRefresh } from '../../ui/query.ts';
import type { Target } from '../../ui/table/contract.ts';
import { useTexts } from '../../ui/texts.ts';
import { call, segmentPaths, useRead } from './client.ts';

type Props = { target: Target; onClose: (isDone: boolean) => void };

/** Puts the ticked subscribers, or all that match, on a kept list. */
export const AddDialog = ({ target, onClose }: Props) => {
  const t = useTexts('segments');
  const refresh = useRefresh();
  const { data } = useRead('GET /api/segments', {});
  const kept = data?.segments.filter(({ kind }) => kind === 'static') ?? [];
  const form = useForm<{ segmentId: string | null }, { changed: number }>({
    initial: { segmentId: null },
    save: async ({ segmentId }) => {
      const chosen = 'ids' in target ? target : { condition: target.filter };
      const added = await call('POST /api/segments/{id}/members', {
        id: Number(segmentId),
        chosen,
      });
      await refresh(...segmentPaths);
      return added;
    },
    onSaved: ({ changed }) => {
      notifyDone(t('bulk.added', { count: changed }));
      onClose(true);
    },
  });
  return (
    <Modal opened onClose={() => onClose(false)} title={t('bulk.add')} size={420}>
      <Form form={form} submitLabel={t('bulk.put')} onCancel={() => onClose(false)}>
        <Select
          {...form.value('segmentId')}
          onChange={(segmentId) => form.set('segmentId', segmentId)}
          label={t('bulk.segment')}
          data={kept.map(({ id, name }) => ({ value: String(id), label: name }))}
          searchable
          required
          nothingFoundMessage={t('bulk.none')}
          data-autofocus
        />
        {data && kept.length === 0 ? <p className="dim">{t('bulk.none')}</p> : null}
      </Form>
    </Modal>
  );
};
