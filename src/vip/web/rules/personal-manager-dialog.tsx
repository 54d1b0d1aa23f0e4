import { Checkbox, Modal, MultiSelect, Select } from '@mantine/core';
import type { api as staffApi } from '../../../staff/api.ts';
import { caller } from '../../../ui/call.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { hooks } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Temper, tempers } from '../../kinds.ts';
import { type PersonalManagers, useWrite } from '../client.ts';

const { useRead } = hooks(caller<typeof staffApi>());
type Props = { one: PersonalManagers[number] | null; onClose: () => void };

type Values = {
  staffId: string | null;
  mostClients: number | undefined;
  tempers: Temper[];
  deputyId: string | null;
  awayFrom: string;
  awayTo: string;
  isOn: boolean;
};

const orNull = (day: string): string | null => (day === '' ? null : day);

/** How many somebody leads, whom they get on with, who stands in for them and when. */
export const PersonalManagerDialog = ({ one, onClose }: Props) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/staff');
  const put = useWrite('PUT /api/vip-managers/{staffId}', ['/api/vip-managers', '/api/vip']);
  const staff = (data?.staff ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  const form = useForm<Values, unknown>({
    initial: {
      staffId: one ? String(one.staff.id) : null,
      mostClients: one?.mostClients ?? 50,
      tempers: one?.tempers ?? [],
      deputyId: one?.deputy ? String(one.deputy.id) : null,
      awayFrom: one?.awayFrom ?? '',
      awayTo: one?.awayTo ?? '',
      isOn: one?.isOn ?? true,
    },
    save: (values) =>
      put.mutateAsync({
        staffId: Number(values.staffId),
        version: one?.version ?? null,
        mostClients: values.mostClients ?? 50,
        tempers: values.tempers,
        deputyId: values.deputyId === null ? null : Number(values.deputyId),
        awayFrom: orNull(values.awayFrom),
        awayTo: orNull(values.awayTo),
        isOn: values.isOn,
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={one?.staff.name ?? t('people.add')} size={520}>
      <Form form={form} onCancel={onClose}>
        {one ? null : (
          <Select
            {...form.value('staffId')}
            label={t('people.who')}
            searchable
            required
            data={staff}
          />
        )}
        <NumberField {...form.value('mostClients')} label={t('people.most')} required />
        <MultiSelect
          {...form.value('tempers')}
          label={t('people.tempers')}
          data={tempers.map((value) => ({ value, label: t(`choices.temper.${value}`) }))}
        />
        <Select
          {...form.value('deputyId')}
          label={t('people.deputy')}
          searchable
          clearable
          data={staff}
        />
        <FormRow>
          <DayInput {...form.value('awayFrom')} label={t('people.awayFrom')} />
          <DayInput {...form.value('awayTo')} label={t('people.awayTo')} />
        </FormRow>
        <Checkbox {...form.tick('isOn')} label={t('people.isOn')} />
      </Form>
    </Modal>
  );
};
