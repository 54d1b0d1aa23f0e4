import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatMoney, formatNumber, majorOf, minorOf } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Plan, useWrite } from '../client.ts';
import css from '../vip.module.css';

type Line = Plan['lines'][number];

/** What the gifts of a month may cost by tier, what is taken of it, and what is left. */
export const BudgetLines = ({ plan }: { plan: Plan }) => {
  const t = useTexts('vip');
  const may = useMay();
  const [changed, setChanged] = useState<Line>();
  const money = (minor: number): string => formatMoney(minor, plan.currency);
  const amountOf = (line: Line): ReactNode =>
    may('vip.approve')
      ? amountButton(money(line.amountMinor), () => setChanged(line))
      : money(line.amountMinor);
  return (
    <>
      <FigureTable<Line>
        title={t('gifts.budget')}
        empty=""
        rule={t('gifts.budgetRule')}
        rows={plan.lines}
        keyOf={({ tier }) => tier}
        columns={[
          { key: 'tier', label: t('fields.tier'), show: ({ tier }) => t(`choices.tier.${tier}`) },
          {
            key: 'occasions',
            label: t('gifts.occasions'),
            show: ({ occasions }) => formatNumber(occasions),
          },
          {
            key: 'suggested',
            label: t('gifts.suggested'),
            show: ({ suggestedMinor }) => money(suggestedMinor),
          },
          {
            key: 'amount',
            label: t('gifts.amount'),
            isStrong: true,
            show: amountOf,
          },
          {
            key: 'proposed',
            label: t('gifts.proposed'),
            show: ({ proposedMinor }) => money(proposedMinor),
          },
          { key: 'spent', label: t('gifts.spent'), show: ({ spentMinor }) => money(spentMinor) },
          {
            key: 'left',
            label: t('gifts.left'),
            show: ({ amountMinor, spentMinor }) => money(amountMinor - spentMinor),
          },
          { key: 'meter', label: t('gifts.taken'), show: meterOf },
        ]}
      />
      {changed ? (
        <BudgetDialog plan={plan} line={changed} onClose={() => setChanged(undefined)} />
      ) : null}
    </>
  );
};

const amountButton = (sum: string, onClick: () => void) => (
  <Button size="xs" variant="subtle" onClick={onClick}>
    {sum}
  </Button>
);

const meterOf = (line: Line) => <Meter line={line} />;

const Meter = ({ line: { amountMinor, spentMinor } }: { line: Line }) => {
  const share = amountMinor === 0 ? Number(spentMinor > 0) : spentMinor / amountMinor;
  return (
    <div className={css.meter}>
      <div
        className={share > 1 ? css.over : ''}
        style={{ width: `${Math.min(100, Math.round(share * 100))}%` }}
      />
    </div>
  );
};

const BudgetDialog = (props: { plan: Plan; line: Line; onClose: () => void }) => {
  const { plan, line, onClose } = props;
  const t = useTexts('vip');
  const put = useWrite('PUT /api/vip-budgets', ['/api/vip-gifts']);
  const { month, currency } = plan;
  const { tier, version } = line;
  const form = useForm<{ amountMinor: number | undefined }, unknown>({
    initial: { amountMinor: majorOf(line.amountMinor, currency) },
    save: ({ amountMinor: amount = 0 }) =>
      put.mutateAsync({ month, tier, version, amountMinor: minorOf(amount, currency) }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t(`choices.tier.${tier}`)} size={360}>
      <Form form={form} onCancel={onClose}>
        <NumberField {...form.value('amountMinor')} label={t('gifts.amount')} required />
      </Form>
    </Modal>
  );
};
