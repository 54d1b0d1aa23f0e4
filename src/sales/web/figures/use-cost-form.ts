import { useForm } from '../../../ui/form/use-form.ts';
import { minorOf } from '../../../ui/format.ts';
import { undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Cost, useWrite } from '../client.ts';

type Values = {
  month: string;
  kind: Cost['kind'];
  sourceId: string | null;
  campaign: string;
  amount: number | undefined;
  note: string;
};

type Known = { costs: readonly Cost[]; currency: string; month: string };

const paths = ['/api/sales-costs', '/api/sales-economics'];

/** Holds a cost; what was written in its place before is a way back. */
export const useCostForm = ({ costs, currency, month: thisMonth }: Known) => {
  const t = useTexts('sales');
  const set = useWrite('PUT /api/sales-costs', paths);
  const save = async (values: Values): Promise<void> => {
    const { month, kind, sourceId: source, campaign, amount, note } = values;
    const sourceId = source === null ? null : Number(source);
    const cost = { month, kind, sourceId, campaign: campaign.trim() };
    const before = costs.find(
      (one) =>
        one.month === month &&
        one.kind === kind &&
        one.sourceId === sourceId &&
        one.campaign === cost.campaign,
    );
    await set.mutateAsync({ ...cost, amountMinor: minorOf(amount ?? 0, currency), note });
    const former = { amountMinor: before?.amountMinor ?? 0, note: before?.note ?? '' };
    undoToast({
      text: t('economics.written'),
      undo: () => set.mutateAsync({ ...cost, ...former }),
    });
  };
  const form = useForm<Values, unknown>({
    initial: {
      month: thisMonth,
      kind: 'acquisition',
      sourceId: null,
      campaign: '',
      amount: undefined,
      note: '',
    },
    save,
    onSaved: () => form.set('amount', undefined),
  });
  return form;
};
