import { Select, Textarea } from '@mantine/core';
import { formatMoney, majorOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type ProposedKind, proposedKinds } from '../../api/correction-kinds.ts';
import { correctionPaths, useWrite, type Suggested } from '../client.ts';
import { AboveCharged, CountedParts } from './counted-parts.tsx';
import type { ProposeOption } from './propose-dialog.tsx';
import { useReasons } from './use-reasons.ts';

type Values = {
  kind: ProposedKind;
  way: 'raise' | 'lower';
  amount: number | undefined;
  reasonId: string | null;
  words: string;
};

type Props = {
  option: ProposeOption;
  about: { lineId?: number; fromOn?: string; toOn?: string };
  suggested: Suggested;
  origin: { kind: string; id: number };
  onClose: () => void;
};

const isCharge = ({ line }: ProposeOption): boolean =>
  line !== null && line.amountMinor < 0 && line.kind !== 'correction';

/** Whether it is known how much there is to give back. */
const hasMost = (option: ProposeOption): boolean => option.fromOn !== null || isCharge(option);

const signOf = ({ kind, way }: Pick<Values, 'kind' | 'way'>): 1 | -1 =>
  kind === 'recalculation' && way === 'lower' ? -1 : 1;

const kindOf = (option: ProposeOption): ProposedKind => {
  if (option.fromOn !== null || !option.line) return 'compensation';
  return isCharge(option) ? 'refund' : 'recalculation';
};

/** What it comes to, why, and in whose words. */
export const ProposeForm = ({ option, about, suggested, origin, onClose }: Props) => {
  const t = useTexts('billing');
  const reasons = useReasons();
  const propose = useWrite('POST /api/accounts/{id}/corrections', correctionPaths);
  const { currency, amountMinor } = suggested;
  const form = useForm<Values, unknown>({
    initial: {
      kind: kindOf(option),
      way: amountMinor < 0 ? 'lower' : 'raise',
      amount: amountMinor === 0 ? undefined : majorOf(Math.abs(amountMinor), currency),
      reasonId: null,
      words: '',
    },
    save: ({ kind, way, amount = 0, reasonId, words }) =>
      propose.mutateAsync({
        id: option.accountId,
        ...about,
        kind,
        amountMinor: signOf({ kind, way }) * minorOf(amount, currency),
        reasonId: Number(reasonId),
        words,
        origin,
      }),
    onSaved: onClose,
  });
  const { kind, way, amount = 0 } = form.values;
  const kinds = proposedKinds.filter((one) => one !== 'refund' || option.line);
  return (
    <Form form={form} submitLabel={t('corrections.propose')} onCancel={onClose}>
      <CountedParts suggested={suggested} />
      <FormRow>
        <Select
          label={t('corrections.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`choices.correction.${value}`) }))}
          value={kind}
          onChange={(value) => value && form.set('kind', value)}
        />
        <NumberField
          {...form.value('amount')}
          label={t('corrections.sum')}
          rightSection={<span className="dim">{symbolOf(currency)}</span>}
          required
        />
      </FormRow>
      {hasMost(option) && signOf(form.values) > 0 ? (
        <AboveCharged amountMinor={minorOf(amount, currency)} suggested={suggested} />
      ) : null}
      {kind === 'recalculation' ? (
        <Segmented
          label={t('corrections.way')}
          value={way}
          options={(['raise', 'lower'] as const).map((value) => ({
            value,
            label: t(`corrections.ways.${value}`),
          }))}
          onChange={(value) => form.set('way', value)}
        />
      ) : null}
      <Select {...form.value('reasonId')} label={t('corrections.reason')} data={reasons} required />
      <Textarea
        {...form.text('words')}
        label={t('corrections.words')}
        placeholder={t('corrections.wordsHint')}
        autosize
        minRows={2}
      />
    </Form>
  );
};

const symbolOf = (currency: string): string => formatMoney(0, currency).replace(/[\d\s.,]/gu, '');
