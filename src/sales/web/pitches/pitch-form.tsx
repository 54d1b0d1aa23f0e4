import { Checkbox, Modal, NumberInput, Select, Textarea } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Audience, audiences } from '../../pitches/answers.ts';
import { pitchPaths, useWrite, type Pitch } from '../client.ts';

type Values = {
  productId: string;
  argument: string;
  audience: Audience;
  position: number;
  pauseDays: number;
  isOn: boolean;
};

type Bound = ReturnType<typeof useForm<Values, unknown>>;

const Fields = ({ form }: { form: Bound }) => {
  const t = useTexts('sales');
  const audience = form.value('audience');
  return (
    <>
      <Textarea
        label={t('form.argument')}
        description={t('form.argumentHint')}
        autosize
        minRows={3}
        maxLength={600}
        {...form.text('argument')}
      />
      <Select
        {...audience}
        label={t('form.audience')}
        allowDeselect={false}
        data={audiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        onChange={(value) => audience.onChange(value ?? 'everybody')}
      />
      <FormRow>
        <NumberInput
          {...form.value('position')}
          label={t('form.position')}
          description={t('form.positionHint')}
          min={0}
          max={1000}
          allowDecimal={false}
          onChange={(value) => form.set('position', Number(value))}
        />
        <NumberInput
          {...form.value('pauseDays')}
          label={t('form.pauseDays')}
          description={t('form.pauseHint')}
          min={1}
          max={730}
          allowDecimal={false}
          onChange={(value) => form.set('pauseDays', Number(value))}
        />
      </FormRow>
      <Checkbox label={t('form.isOn')} {...form.tick('isOn')} />
    </>
  );
};

type NewProps = {
  products: readonly { id: number; name: string }[];
  onClose: () => void;
};

export const NewPitch = ({ products, onClose }: NewProps) => {
  const t = useTexts('sales');
  const create = useWrite('POST /api/pitches', pitchPaths);
  const form = useForm<Values, unknown>({
    initial: {
      productId: '',
      argument: '',
      audience: 'everybody',
      position: 0,
      pauseDays: 90,
      isOn: true,
    },
    save: ({ productId, ...body }) => create.mutateAsync({ productId: Number(productId), ...body }),
    onSaved: () => {
      notifyDone(t('pitches.saved'));
      onClose();
    },
  });
  const product = form.value('productId');
  return (
    <Modal opened onClose={onClose} title={t('pitches.create')} size={520}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <Select
          {...product}
          data-autofocus
          searchable
          label={t('form.product')}
          data={products.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(value) => product.onChange(value ?? '')}
        />
        <Fields form={form} />
      </Form>
    </Modal>
  );
};

export const EditPitch = ({ pitch, onClose }: { pitch: Pitch; onClose: () => void }) => {
  const t = useTexts('sales');
  const change = useWrite('PUT /api/pitches/{id}', pitchPaths);
  const { id, productName } = pitch;
  const form = useForm<Values, unknown>({
    initial: { ...pitch, productId: String(pitch.productId) },
    save: ({ argument, audience, position, pauseDays, isOn }) =>
      change.mutateAsync({ id, argument, audience, position, pauseDays, isOn }),
    onSaved: () => {
      notifyDone(t('pitches.saved'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={productName} size={520}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <Fields form={form} />
      </Form>
    </Modal>
  );
};
