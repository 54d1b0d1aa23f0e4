import { Checkbox, Modal, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, type ExitView, useRead, useWrite } from '../client.ts';
import { Settlement } from './settlement.tsx';

type Props = { found: Case; view: ExitView; onClose: () => void };
type Values = {
  endsOn: string;
  accountIds: string[];
  isWaived: boolean;
  words: string;
  equipment: string;
};

/** An application to leave: from which day, what it costs, what is to be given back. */
export const ExitDialog = ({ found: { id, version }, view, onClose }: Props) => {
  const t = useTexts('retention');
  const accept = useWrite('POST /api/cases/{id}/exit', casePaths);
  const out = view.equipment.map(({ name, serial }) => [name, serial].filter(Boolean).join(', '));
  const form = useForm<Values, unknown>({
    initial: {
      endsOn: view.today,
      accountIds: view.accounts.map((account) => String(account.id)),
      // One application is charged for or waived as a whole.
      isWaived: view.exit?.leavingFee === 'waived',
      words: '',
      equipment: out.join('\n'),
    },
    save: ({ endsOn, accountIds, isWaived, words, equipment }) =>
      accept.mutateAsync({
        id,
        version,
        endsOn,
        accountIds: accountIds.map(Number),
        words,
        leavingFee: isWaived ? 'waived' : 'charged',
        equipment: linesOf(equipment),
      }),
    onSaved: () => {
      notifyDone(t('exit.accepted'));
      onClose();
    },
  });
  const { endsOn, accountIds } = form.values;
  const asOf = useRead('GET /api/cases/{id}/exit', { id, endsOn: endsOn || view.today });
  const { currency } = view;
  const free = view.accounts.map((account) => account.id);
  const accounts = (asOf.data ?? view).accounts.filter((account) => free.includes(account.id));
  const left = accounts.filter((account) => accountIds.includes(String(account.id)));
  const costs = left.some(({ feeMinor }) => feeMinor > 0);
  return (
    <Modal opened onClose={onClose} title={t('exit.accept')} size={480}>
      <Form form={form} submitLabel={t('exit.accept')} onCancel={onClose} isGuarded={false}>
        <p className="dim">{t('exit.honest')}</p>
        <Settlement view={{ accounts: left, currency }} />
        {accounts.length > 1 ? (
          <Checkbox.Group {...form.value('accountIds')} label={t('exit.which')}>
            {accounts.map((account) => (
              <Checkbox key={account.id} value={String(account.id)} label={account.number} />
            ))}
          </Checkbox.Group>
        ) : null}
        <DayInput {...form.value('endsOn')} label={t('exit.ends')} required />
        <Textarea
          {...form.text('equipment')}
          label={t('exit.equipment')}
          description={t('exit.equipmentHint')}
          autosize
          minRows={1}
        />
        {costs && view.mayWaive ? (
          <Checkbox {...form.tick('isWaived')} label={t('exit.waive')} />
        ) : null}
        <Textarea {...form.text('words')} label={t('cases.note')} autosize minRows={1} />
      </Form>
    </Modal>
  );
};

/** A thing a line: its name, and after a comma its number. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...serial] = line.split(',');
      return { name: name.trim(), serial: serial.join(',').trim() };
    });
