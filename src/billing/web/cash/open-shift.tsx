import { Button, Select, TextInput } from '@mantine/core';
import { Wallet } from 'lucide-react';
import { Link } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatMoney, majorOf, minorOf } from '../../../ui/format.ts';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite, type CashPlace } from '../client.ts';
import css from './cash.module.css';

/** Opens a shift: at which desk, and with how much in it. */
export const OpenShift = ({ desks }: { desks: readonly CashPlace[] }) => {
  const t = useTexts('billing');
  const may = useMay();
  const free = desks.filter(({ cashier }) => cashier === null);
  if (free.length > 0) return <OpenForm desks={free} />;
  const taken = desks.map(({ name, cashier }) => `${name}: ${t('cash.busy', { cashier })}`);
  return (
    <EmptyState
      icon={Wallet}
      title={t(desks.length === 0 ? 'cash.noDesks' : 'cash.noFreeDesk')}
      text={desks.length === 0 ? t('cash.noDesksText') : taken.join('; ')}
    >
      {may('billing.settings') ? (
        <Button renderRoot={(root) => <Link {...root} to="/settings/cash-desks" />}>
          {t('cash.setUp')}
        </Button>
      ) : null}
    </EmptyState>
  );
};

type Values = { deskId: string | null; opening: number | undefined; words: string };

const OpenForm = ({ desks }: { desks: readonly CashPlace[] }) => {
  const t = useTexts('billing');
  const open = useWrite('POST /api/cash/shifts', ['/api/cash']);
  const deskOf = (id: string | null) => desks.find((one) => String(one.id) === id);
  const [first] = desks;
  const form = useForm<Values, unknown>({
    initial: {
      deskId: first ? String(first.id) : null,
      opening: first?.leftMinor == null ? undefined : majorOf(first.leftMinor, first.currency),
      words: '',
    },
    save: ({ deskId, opening = 0, words }) =>
      open.mutateAsync({
        deskId: Number(deskId),
        openingMinor: minorOf(opening, deskOf(deskId)?.currency ?? ''),
        words,
      }),
  });
  const { deskId, opening } = form.values;
  const desk = deskOf(deskId);
  const leftMinor = desk?.leftMinor ?? null;
  const isOther =
    desk !== undefined &&
    leftMinor !== null &&
    opening !== undefined &&
    minorOf(opening, desk.currency) !== leftMinor;
  return (
    <div className={css.column}>
      <Form form={form} submitLabel={t('cash.open')} isGuarded={false} isFirstFocused>
        {desks.length > 1 ? (
          <Select
            {...form.value('deskId')}
            label={t('cash.chooseDesk')}
            data={desks.map(({ id, name, place }) => ({
              value: String(id),
              label: [name, place].filter(Boolean).join(' · '),
            }))}
            allowDeselect={false}
          />
        ) : (
          <b className={css.name}>{desk?.name}</b>
        )}
        <NumberField
          {...form.value('opening')}
          className={css.sum ?? ''}
          label={t('cash.opening')}
          {...(desk && leftMinor !== null
            ? { description: t('cash.left', { sum: formatMoney(leftMinor, desk.currency) }) }
            : {})}
        />
        {isOther ? <TextInput {...form.text('words')} label={t('cash.openingWords')} /> : null}
      </Form>
    </div>
  );
};
