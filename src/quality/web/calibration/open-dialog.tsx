import { Checkbox, Modal, MultiSelect, Select, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useColleagues } from '../../../staff/web/index.tsx';
import { Form, FormRow, FormSection } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatDay, formatNo } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';
import css from '../quality.module.css';

type Values = {
  name: string;
  cardId: string | null;
  staffIds: string[];
  conversationIds: number[];
};

/** Chooses a card, who judges by it, and which contacts that nobody has judged. */
export const OpenDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('quality');
  const go = useNavigate();
  const colleagues = useColleagues();
  const { data } = useRead('GET /api/quality-cards');
  const open = useWrite('POST /api/quality-calibrations', ['/api/quality-calibrations']);
  const form = useForm<Values, { id: number }>({
    initial: { name: '', cardId: null, staffIds: [], conversationIds: [] },
    save: ({ cardId, staffIds, ...values }) =>
      open.mutateAsync({ ...values, cardId: Number(cardId), staffIds: staffIds.map(Number) }),
    onSaved: ({ id }) => void go(`/quality/calibrations/${id}`),
  });
  const { cardId, conversationIds, staffIds } = form.values;
  const cards = (data?.cards ?? [])
    .filter(({ isArchived }) => !isArchived)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Modal opened onClose={onClose} title={t('calibrations.add')} size={640}>
      <p>{t('calibrations.addText')}</p>
      <Form
        form={form}
        onCancel={onClose}
        submitLabel={t('calibrations.begin')}
        isReady={cardId !== null && staffIds.length > 1 && conversationIds.length > 0}
      >
        <FormRow>
          <TextInput {...form.text('name')} label={t('calibrations.name')} required />
          <Select
            label={t('calibrations.card')}
            value={cardId}
            data={cards}
            required
            onChange={(value) => {
              form.set('cardId', value);
              form.set('conversationIds', []);
            }}
          />
        </FormRow>
        <MultiSelect
          {...form.value('staffIds')}
          label={t('calibrations.people')}
          data={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
          searchable
          required
        />
        {cardId === null ? null : (
          <Candidates
            cardId={Number(cardId)}
            picked={conversationIds}
            onPick={(ids) => form.set('conversationIds', ids)}
          />
        )}
      </Form>
    </Modal>
  );
};

type Picking = { cardId: number; picked: readonly number[]; onPick: (ids: number[]) => void };

const Candidates = ({ cardId, picked, onPick }: Picking) => {
  const t = useTexts('quality');
  const channels = useTexts('conversations');
  const { data } = useRead('GET /api/quality-calibrations/contacts', { cardId });
  return (
    <FormSection title={t('calibrations.pick', { count: picked.length })}>
      {data?.contacts.length === 0 ? <p className="dim">{t('calibrations.noContacts')}</p> : null}
      <div className={css.candidates}>
        {data?.contacts.map(({ conversationId: id, number, staff, channel, length, weekOn }) => (
          <Checkbox
            key={id}
            checked={picked.includes(id)}
            onChange={() =>
              onPick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])
            }
            label={[
              formatNo(number),
              staff.name,
              channels(`channels.${channel}`, { defaultValue: channel }),
              t(`lengths.${length}`),
              formatDay(weekOn),
            ].join(' · ')}
          />
        ))}
      </div>
    </FormSection>
  );
};
