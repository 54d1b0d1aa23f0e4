import { Modal, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Opened } from '../api.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';

/** Closes what was never a request. A word why is asked for, since no call is recorded. */
export const NotARequestDialog = (props: { conversation: Opened; onClose: () => void }) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const { id, version } = props.conversation;
  const form = useForm({
    initial: { note: '' },
    save: ({ note }) =>
      call('POST /api/conversations/{id}/close', { id, version, isNotARequest: true, note }),
    onSaved: () => {
      void refresh();
      props.onClose();
    },
  });
  return (
    <Modal opened onClose={props.onClose} title={t('more.notARequest')} size={420}>
      <Form form={form} submitLabel={t('more.close')} onCancel={props.onClose} isGuarded={false}>
        <Textarea
          {...form.text('note')}
          label={t('more.why')}
          placeholder={t('more.whyHint')}
          data-autofocus
          autosize
          minRows={2}
        />
      </Form>
    </Modal>
  );
};
