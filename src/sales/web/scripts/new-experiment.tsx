import { Modal, Select } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Script, useWrite } from '../client.ts';

type Props = { script: Script; onClose: () => void; onDone: () => void };
type Values = {
  first: string;
  second: string;
  secondPercent: number | undefined;
  leastPoints: number | undefined;
};

const [HALF, USUAL_POINTS] = [50, 10];

/** Which two versions, how many deals the second gets, and what difference has to be seen. */
export const NewExperiment = ({ script, onClose, onDone }: Props) => {
  const t = useTexts('sales');
  const { id, version, versions } = script;
  const start = useWrite('POST /api/sale-scripts/{id}/experiments');
  const numbers = versions.map(({ number }) => String(number));
  const first = String(script.number ?? numbers[0]);
  const form = useForm<Values, unknown>({
    initial: {
      first,
      second: numbers.find((number) => number !== first) ?? '',
      secondPercent: HALF,
      leastPoints: USUAL_POINTS,
    },
    save: (values) =>
      start.mutateAsync({
        id,
        version,
        firstNumber: Number(values.first),
        secondNumber: Number(values.second),
        secondPercent: values.secondPercent ?? HALF,
        leastPoints: values.leastPoints ?? USUAL_POINTS,
      }),
    onSaved: onDone,
  });
  const data = numbers.map((value) => ({
    value,
    label: t('scripts.version', { number: value }),
  }));
  return (
    <Modal opened onClose={onClose} title={t('experiments.start')} size={480}>
      <Form form={form} onCancel={onClose} isGuarded={false} submitLabel={t('experiments.begin')}>
        <p className="dim">{t('experiments.how')}</p>
        {script.isUsed ? null : <p role="alert">{t('experiments.notUsed')}</p>}
        <FormRow>
          {(['first', 'second'] as const).map((side) => (
            <Select
              key={side}
              {...form.value(side)}
              label={t(`experiments.${side}`)}
              data={data}
              allowDeselect={false}
              onChange={(value) => value && form.set(side, value)}
            />
          ))}
        </FormRow>
        <NumberField {...form.value('secondPercent')} label={t('experiments.secondPercent')} />
        <NumberField
          {...form.value('leastPoints')}
          label={t('experiments.leastPoints')}
          description={t('experiments.leastPointsHint')}
        />
      </Form>
    </Modal>
  );
};
