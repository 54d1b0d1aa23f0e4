import { Modal, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatMoney, minorOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type CashShift } from '../client.ts';
import css from './cash.module.css';

type Props = { shift: CashShift; onClose: () => void };

/** Ends a shift: what was counted, what is too much or too little and why; then its Z report. */
export const EndShift = ({ shift, onClose }: Props) => {
  const t = useTexts('billing');
  const navigate = useNavigate();
  const { id, expectedMinor } = shift;
  const { currency } = shift.desk;
  const end = useWrite('POST /api/cash/shifts/{id}/end', ['/api/cash']);
  const form = useForm<{ counted: number | undefined; words: string }, unknown>({
    initial: { counted: undefined, words: '' },
    save: ({ counted = 0, words }) =>
      end.mutateAsync({ id, countedMinor: minorOf(counted, currency), expectedMinor, words }),
    onSaved: () => {
      onClose();
      void navigate(`/cash/shifts/${id}`);
    },
  });
  const { counted } = form.values;
  const differenceMinor = counted === undefined ? null : minorOf(counted, currency) - expectedMinor;
  return (
    <Modal opened onClose={onClose} title={t('cash.end')} size={440}>
      <Form form={form} submitLabel={t('cash.end')} onCancel={onClose}>
        <NumberField
          {...form.value('counted')}
          className={css.sum ?? ''}
          label={t('cash.counted')}
          description={t('cash.countedHint')}
          data-autofocus
        />
        <Difference differenceMinor={differenceMinor} currency={currency} />
        {differenceMinor === null || differenceMinor === 0 ? null : (
          <TextInput {...form.text('words')} label={t('cash.words')} />
        )}
      </Form>
    </Modal>
  );
};

const Difference = (props: { differenceMinor: number | null; currency: string }) => {
  const t = useTexts('billing');
  const { differenceMinor, currency } = props;
  if (differenceMinor === null) return null;
  if (differenceMinor === 0) return <p>{t('cash.noDifference')}</p>;
  return (
    <div className={css.change}>
      <span className="dim">{t(differenceMinor > 0 ? 'cash.surplus' : 'cash.shortage')}</span>
      <output className="tabular">{formatMoney(Math.abs(differenceMinor), currency)}</output>
    </div>
  );
};
