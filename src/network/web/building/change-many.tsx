import { Modal } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import type { Target } from '../../../ui/table/contract.ts';
import { useTexts } from '../../../ui/texts.ts';
import { coveragePaths, useWrite } from '../client.ts';
import { NodeAndTerms } from './node-and-terms.tsx';

type Values = {
  nodeId: string | null;
  connectionTermsId: string | null;
  speed: number | undefined;
  plannedOn: string;
};

type Props = { target: Target; onClose: (isDone: boolean) => void };

/** Changes what is filled in, of all that are ticked; the rest stays as it is. */
export const ChangeMany = ({ target, onClose }: Props) => {
  const t = useTexts('network');
  const change = useWrite('POST /api/coverages/changes', coveragePaths);
  const form = useForm<Values, { changed: number }>({
    initial: { nodeId: null, connectionTermsId: null, speed: undefined, plannedOn: '' },
    save: ({ nodeId, connectionTermsId, speed, plannedOn }) =>
      change.mutateAsync({
        target,
        fields: {
          ...(nodeId === null ? {} : { nodeId: Number(nodeId) }),
          ...(connectionTermsId === null ? {} : { connectionTermsId: Number(connectionTermsId) }),
          ...(speed === undefined ? {} : { speedKbps: Math.round(speed * 1000) }),
          ...(plannedOn === '' ? {} : { plannedOn }),
        },
      }),
    onSaved: ({ changed }) => {
      notifyDone(t('coverage.changed', { count: changed }));
      onClose(true);
    },
  });
  return (
    <Modal opened onClose={() => onClose(false)} title={t('coverage.changeMany')} size={520}>
      <Form form={form} onCancel={() => onClose(false)}>
        <p className="dim">{t('coverage.changeText')}</p>
        <NodeAndTerms node={form.value('nodeId')} terms={form.value('connectionTermsId')} />
        <FormRow>
          <NumberField {...form.value('speed')} label={t('fields.speedMbps')} />
          <DayInput {...form.value('plannedOn')} label={t('fields.plannedOn')} />
        </FormRow>
      </Form>
    </Modal>
  );
};
