import { Modal, Select } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { memberPaths, type OwnPageOffer, useWrite } from '../client.ts';

type Props = { id: number; ways: OwnPageOffer['ways']; onClose: () => void };

/** By which way the link of a subscriber's page is sent to them. */
export const SendPageDialog = ({ id, ways, onClose }: Props) => {
  const t = useTexts('loyalty');
  return (
    <Modal opened onClose={onClose} title={t('own.sendTitle')} size={420}>
      {ways[0] ? (
        <SendForm id={id} ways={ways} first={ways[0].key} onClose={onClose} />
      ) : (
        <p>{t('own.noWays')}</p>
      )}
    </Modal>
  );
};

const SendForm = ({ id, ways, first, onClose }: Props & { first: string }) => {
  const t = useTexts('loyalty');
  const send = useWrite('POST /api/subscribers/{id}/own-page/send', memberPaths);
  const form = useForm({
    initial: { way: first },
    save: ({ way }) => send.mutateAsync({ id, way }),
    onSaved: () => {
      notifyDone(t('own.queued'));
      onClose();
    },
  });
  return (
    <Form form={form} onCancel={onClose} submitLabel={t('own.send')} isGuarded={false}>
      <Select
        value={form.values.way}
        onChange={(way) => form.set('way', way ?? first)}
        label={t('own.byWay')}
        allowDeselect={false}
        data={ways.map(({ key, kind, shown }) => ({
          value: key,
          label: [t(`own.ways.${kind}`), shown].filter(Boolean).join(' · '),
        }))}
        data-autofocus
      />
    </Form>
  );
};
