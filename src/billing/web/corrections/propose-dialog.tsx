import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../billing.module.css';
import { useRead, type LineMention } from '../client.ts';
import { useLineWords } from '../use-line-words.ts';
import { ProposeForm } from './propose-form.tsx';

/** What a correction may be of: a line, a period, or the account as such. */
export type ProposeOption = {
  accountId: number;
  account: string;
  currency: string;
  line: LineMention | null;
  fromOn: string | null;
  toOn: string | null;
};

type Props = {
  options: readonly ProposeOption[];
  /** The work that it comes from. */
  origin: { kind: string; id: number };
  onClose: () => void;
};

/** Asks first of what, and fills in what that comes to. */
export const ProposeDialog = ({ options, origin, onClose }: Props) => {
  const t = useTexts('billing');
  const { lineOf, periodOf } = useLineWords();
  const [at, setAt] = useState(0);
  const option = options[at];
  const nameOf = ({ account, line, fromOn, toOn, currency }: ProposeOption): string => {
    if (line) return lineOf(line, currency);
    if (fromOn !== null && toOn !== null) return periodOf(fromOn, toOn);
    return t('corrections.ofAccount', { account });
  };
  return (
    <Modal opened onClose={onClose} title={t('corrections.propose')} size={480}>
      <div className={css.column}>
        <Select
          label={t('corrections.of')}
          allowDeselect={false}
          data={options.map((one, index) => ({ value: String(index), label: nameOf(one) }))}
          value={String(at)}
          onChange={(value) => setAt(Number(value))}
        />
        {option ? <Suggested key={at} option={option} origin={origin} onClose={onClose} /> : null}
      </div>
    </Modal>
  );
};

const Suggested = (props: Pick<Props, 'origin' | 'onClose'> & { option: ProposeOption }) => {
  const { accountId, line, fromOn, toOn } = props.option;
  const about = line
    ? { lineId: line.id }
    : fromOn !== null && toOn !== null
      ? { fromOn, toOn }
      : {};
  const read = useRead('GET /api/accounts/{id}/suggested-correction', { id: accountId, ...about });
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <SkeletonLine widthPx={280} heightPx={32} />;
  return <ProposeForm {...props} about={about} suggested={read.data} />;
};
