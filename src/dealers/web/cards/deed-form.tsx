import { Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { staffDeeds } from '../../api/kinds.ts';
import { cardPaths, useRead, useWrite, type Batch } from '../client.ts';

type Kind = (typeof staffDeeds)[number];
type Values = {
  kind: Kind;
  from: number | undefined;
  to: number | undefined;
  dealer: string | null;
  reason: string;
};

/** Gives, takes back, blocks: one thing with a range of numbers. */
export const DeedForm = ({ batch }: { batch: Batch }) => {
  const t = useTexts('dealers');
  const { data } = useRead('GET /api/dealer-names');
  const act = useWrite('POST /api/card-batches/{id}/deeds', cardPaths);
  const form = useForm<Values, { cards: number }>({
    initial: { kind: 'given', from: undefined, to: undefined, dealer: null, reason: '' },
    save: ({ kind, from = 0, to = from, dealer, reason }) =>
      act.mutateAsync({
        id: batch.id,
        kind,
        firstNumber: from,
        lastNumber: to,
        reason,
        dealerId: dealer === null || isBlock(kind) ? null : Number(dealer),
      }),
    onSaved: ({ cards }) => notifyDone(t('batch.done', { count: cards })),
  });
  const { kind } = form.values;
  return (
    <Form form={form} submitLabel={t(`choices.deed.${kind}`)} isGuarded={false}>
      <Select
        label={t('batch.kind')}
        allowDeselect={false}
        data={staffDeeds.map((value) => ({ value, label: t(`choices.deed.${value}`) }))}
        value={kind}
        onChange={(value) => value && form.set('kind', value)}
      />
      <FormRow>
        <NumberField {...form.value('from')} label={t('batch.from')} required />
        <NumberField {...form.value('to')} label={t('batch.to')} />
      </FormRow>
      {isBlock(kind) ? (
        <TextInput {...form.text('reason')} label={t('batch.reason')} />
      ) : (
        <Select
          {...form.value('dealer')}
          label={t('batch.dealer')}
          searchable
          required
          data={(data?.dealers ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
    </Form>
  );
};

const isBlock = (kind: Kind): boolean => kind === 'blocked' || kind === 'unblocked';
