import { Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { dayOf, majorOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { eventKinds } from '../../kinds.ts';
import { type Gathering, useWrite } from '../client.ts';
import { eventPaths, useChoices } from './event-choices.ts';

const idOf = (value: string | null): number | null => (value === null ? null : Number(value));
const prizeItems = ['cupItemId', 'comfortItemId'] as const;
const chosen = (one: { id: number } | null | undefined): string | null =>
  one ? String(one.id) : null;

type Values = {
  kind: Gathering['kind'];
  kindName: string;
  name: string;
  on: string;
  beginsAt: string;
  place: string;
  isContest: boolean;
  inChargeId: string | null;
  budgetMinor: number | undefined;
  words: string;
  cupItemId: string | null;
  comfortItemId: string | null;
};

/** An event's fields as they are typed; saved as a new one, or in place of what was. */
const useEventForm = (event: Gathering | null, onSaved: () => void) => {
  const currency = useCurrency();
  const add = useWrite('POST /api/vip-events', eventPaths);
  const change = useWrite('PUT /api/vip-events/{id}', eventPaths);
  return useForm<Values, unknown>({
    initial: {
      kind: event?.kind ?? 'evening',
      kindName: event?.kindName ?? '',
      name: event?.name ?? '',
      on: event?.on ?? dayOf(serverNow()),
      beginsAt: event?.beginsAt ?? '',
      place: event?.place ?? '',
      isContest: event?.isContest ?? false,
      inChargeId: chosen(event?.inCharge),
      budgetMinor: event ? majorOf(event.budgetMinor, currency) : 0,
      words: event?.words ?? '',
      cupItemId: chosen(event?.cupItem),
      comfortItemId: chosen(event?.comfortItem),
    },
    save: async (values) => {
      const fields = {
        ...values,
        inChargeId: Number(values.inChargeId),
        budgetMinor: minorOf(values.budgetMinor ?? 0, currency),
        cupItemId: idOf(values.cupItemId),
        comfortItemId: idOf(values.comfortItemId),
      };
      if (event) await change.mutateAsync({ ...fields, id: event.id, version: event.version });
      else await add.mutateAsync(fields);
    },
    onSaved,
  });
};

/** Plans an event, or changes one. */
export const EventDialog = (props: { event: Gathering | null; onClose: () => void }) => {
  const { event, onClose } = props;
  const t = useTexts('vip');
  const form = useEventForm(event, onClose);
  const { kind } = form.values;
  const turn = (value: typeof kind | null): void => {
    form.set('kind', value ?? 'evening');
    form.set('isContest', value === 'tournament');
  };
  return (
    <Modal opened onClose={onClose} title={event?.name ?? t('gatherings.add')} size={560}>
      <Form form={form} onCancel={onClose}>
        <FormRow>
          <TextInput {...form.text('name')} label={t('gatherings.name')} required data-autofocus />
          <Select
            value={kind}
            onChange={turn}
            label={t('gatherings.kind')}
            allowDeselect={false}
            data={eventKinds.map((value) => ({ value, label: t(`eventKinds.${value}`) }))}
          />
        </FormRow>
        {kind === 'own' ? (
          <TextInput {...form.text('kindName')} label={t('gatherings.kindName')} required />
        ) : null}
        <FormRow>
          <DayInput {...form.value('on')} label={t('gatherings.on')} required />
          <TextInput
            {...form.text('beginsAt')}
            label={t('gatherings.beginsAt')}
            placeholder={t('gatherings.beginsHint')}
          />
        </FormRow>
        <TextInput {...form.text('place')} label={t('gatherings.place')} />
        <Charge form={form} now={event?.inCharge ?? null} />
        <Textarea
          {...form.text('words')}
          label={t('gatherings.words')}
          description={t('gatherings.wordsHint')}
          autosize
          minRows={2}
        />
      </Form>
    </Modal>
  );
};

type Held = { form: ReturnType<typeof useEventForm>; now: Gathering['inCharge'] | null };

/** Who is in charge, for how much, and whether teams compete for prizes. */
const Charge = ({ form, now }: Held) => {
  const t = useTexts('vip');
  const { items, people } = useChoices(now);
  const { isContest } = form.values;
  return (
    <>
      <FormRow>
        <Select
          {...form.value('inChargeId')}
          label={t('gatherings.inCharge')}
          searchable
          required
          data={people}
        />
        <NumberField
          {...form.value('budgetMinor')}
          label={t('gatherings.budgetMinor')}
          description={t('gatherings.budgetHint')}
          required
        />
      </FormRow>
      <Checkbox
        {...form.tick('isContest')}
        label={t('gatherings.isContest')}
        description={t('gatherings.isContestHint')}
      />
      {isContest ? (
        <FormRow>
          {prizeItems.map((key) => (
            <Select
              key={key}
              {...form.value(key)}
              label={t(`gatherings.${key.slice(0, -2)}`)}
              clearable
              data={items}
            />
          ))}
        </FormRow>
      ) : null}
    </>
  );
};
