import { Button, Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type OccasionKind, occasionKinds } from '../../kinds.ts';
import { type Occasion, type OfClient, useWrite } from '../client.ts';
import { monthName } from '../days.ts';

const paths = ['/api/vip-occasions', '/api/vip/{id}/occasions', '/api/vip-sheet'];

type Props = {
  id: number;
  one: Occasion | null;
  kind: OccasionKind;
  people: OfClient['contactPersons'];
  onClose: () => void;
};

const months = Array.from({ length: 12 }, (_, at) => at + 1);
type Values = {
  kind: OccasionKind;
  person: string | null;
  name: string;
  day: number | undefined;
  month: string;
  year: number | undefined;
  greetBy: 'hand' | 'message';
};

const fieldsOf = ({ person, day = 0, month, year, ...rest }: Values) => ({
  ...rest,
  contactPersonId: person === null ? null : Number(person),
  day,
  month: Number(month),
  year: year ?? null,
});

const personOf = (key: string | undefined): string | null =>
  key?.startsWith('p') ? key.slice(1) : null;

/** A day of a client: the year may be unknown; what is saved holds from today on. */
export const OccasionDialog = ({ id, one, kind, people, onClose }: Props) => {
  const t = useTexts('vip');
  const add = useWrite('POST /api/vip/{id}/occasions', paths);
  const change = useWrite('PUT /api/vip-occasions/{id}', paths);
  const form = useForm<Values, void>({
    initial: {
      kind,
      person: personOf(one?.key),
      name: one?.name ?? '',
      day: one?.day,
      month: String(one?.month ?? 1),
      year: one?.year ?? undefined,
      greetBy: one?.greetBy ?? 'hand',
    },
    save: async (values) => {
      const fields = { ...fieldsOf(values), note: one?.note ?? '' };
      if (one?.id != null) {
        await change.mutateAsync({ ...fields, id: one.id, version: one.version ?? 1 });
      } else await add.mutateAsync({ ...fields, id });
    },
    onSaved: onClose,
  });
  const isOfPerson = ['head', 'contact', 'other'].includes(form.values.kind);
  return (
    <Modal opened onClose={onClose} title={t('occasions.one')} size={520}>
      <Form form={form} onCancel={onClose}>
        <Select
          value={form.values.kind}
          onChange={(value) => form.set('kind', value ?? 'other')}
          label={t('occasions.kind')}
          allowDeselect={false}
          data={occasionKinds.map((value) => ({ value, label: t(`occasionKinds.${value}`) }))}
        />
        {isOfPerson && people.length > 0 ? (
          <Select
            {...form.value('person')}
            label={t('occasions.person')}
            clearable
            data={people.map((person) => ({ value: String(person.id), label: person.name }))}
          />
        ) : null}
        {isOfPerson ? <TextInput {...form.text('name')} label={t('occasions.name')} /> : null}
        <FormRow>
          <NumberField {...form.value('day')} label={t('occasions.day')} required />
          <Select
            value={form.values.month}
            onChange={(value) => form.set('month', value ?? '1')}
            label={t('occasions.month')}
            allowDeselect={false}
            data={months.map((value) => ({ value: String(value), label: monthName(value) }))}
          />
          <NumberField {...form.value('year')} label={t('occasions.year')} />
        </FormRow>
        <Select
          value={form.values.greetBy}
          onChange={(value) => form.set('greetBy', value === 'message' ? 'message' : 'hand')}
          label={t('occasions.greetBy')}
          allowDeselect={false}
          data={(['hand', 'message'] as const).map((value) => ({
            value,
            label: t(`occasions.greetings.${value}`),
          }))}
        />
      </Form>
      {one?.id == null ? null : <RemoveButton id={one.id} onRemoved={onClose} />}
    </Modal>
  );
};

const RemoveButton = ({ id, onRemoved }: { id: number; onRemoved: () => void }) => {
  const t = useTexts('vip');
  const remove = useWrite('DELETE /api/vip-occasions/{id}', paths);
  return (
    <Button
      variant="subtle"
      mt={8}
      loading={remove.isPending}
      onClick={() => void remove.mutateAsync({ id }).then(onRemoved, notifyProblem)}
    >
      {t('occasions.remove')}
    </Button>
  );
};
