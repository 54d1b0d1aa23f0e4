import { Modal, Select, Textarea } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Tier, tiers } from '../../kinds.ts';
import { type Client, useWrite, vipPaths } from '../client.ts';
import { daysLater } from '../days.ts';

const wishes = ['in', 'out'] as const;
type Values = { wants: (typeof wishes)[number]; tier: Tier; untilOn: string; reason: string };

/** Asks to take somebody in or leave them out against the rules. */
export const OverrideDialog = ({ client, onClose }: { client: Client; onClose: () => void }) => {
  const t = useTexts('vip');
  const ask = useWrite('POST /api/vip/{id}/overrides', vipPaths);
  const form = useForm<Values, unknown>({
    initial: {
      wants: client.state === 'member' ? 'out' : 'in',
      tier: 'profitable',
      untilOn: daysLater(client.countedOn, 180),
      reason: '',
    },
    save: ({ wants, tier, ...rest }) =>
      ask.mutateAsync({ id: client.id, wants, tier: wants === 'in' ? tier : null, ...rest }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('overrides.ask')} size={480}>
      <Form form={form} onCancel={onClose}>
        <FormRow>
          <Select
            value={form.values.wants}
            onChange={(value) => form.set('wants', value ?? 'in')}
            label={t('overrides.what')}
            allowDeselect={false}
            data={wishes.map((value) => ({ value, label: t(`overrides.wants.${value}`) }))}
          />
          {form.values.wants === 'in' ? (
            <Select
              value={form.values.tier}
              onChange={(value) => form.set('tier', value ?? 'profitable')}
              label={t('fields.tier')}
              allowDeselect={false}
              data={tiers.map((value) => ({ value, label: t(`choices.tier.${value}`) }))}
            />
          ) : null}
        </FormRow>
        <DayInput {...form.value('untilOn')} label={t('overrides.untilOn')} required />
        <Textarea
          {...form.text('reason')}
          label={t('overrides.reason')}
          autosize
          minRows={2}
          required
        />
      </Form>
    </Modal>
  );
};
