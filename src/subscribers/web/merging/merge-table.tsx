import { ArrowLeftRight } from 'lucide-react';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatNo } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Card } from '../client.ts';
import { useFieldWords } from '../field-words.ts';
import css from './merging.module.css';
import { useMerge } from './use-merge.ts';
import { mergeRows, usualChoice, type MergeRow } from './merge-fields.ts';

type Props = { into: Card; from: Card; onSwap: () => void };

/** Two subscribers side by side; of each field that differs one value is chosen. */
export const MergeTable = ({ into, from, onSwap }: Props) => {
  const t = useTexts('subscribers');
  const merge = useMerge(into, from);
  const rows = useMemo(() => mergeRows(into, from), [into, from]);
  const [taken, setTaken] = useState(() => usualChoice(rows));
  const choose = (field: string, isTaken: boolean): void => {
    const next = new Set(taken);
    if (isTaken) next.add(field);
    else next.delete(field);
    setTaken(next);
  };
  const run = (): void =>
    merge.run(rows.filter((row) => taken.has(row.field)).flatMap((row) => row.takes));
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('merge.field')}</th>
            <th scope="col">
              {formatNo(into.id)} <Badge tone="teal">{t('merge.stays')}</Badge>
            </th>
            <th scope="col">{formatNo(from.id)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.field}
              row={row}
              isTaken={taken.has(row.field)}
              onChoose={(isTaken) => choose(row.field, isTaken)}
            />
          ))}
          <Counts into={into} from={from} />
        </tbody>
      </table>
      <div className={css.buttons}>
        <Button leftSection={<ArrowLeftRight size={14} />} onClick={onSwap}>
          {t('merge.swap')}
        </Button>
        <Action variant="filled" keys="Mod+Enter" loading={merge.isPending} onClick={run}>
          {t('merge.run')}
        </Action>
      </div>
    </>
  );
};

const Row = (props: { row: MergeRow; isTaken: boolean; onChoose: (isTaken: boolean) => void }) => {
  const { row, isTaken, onChoose } = props;
  const { label, shown } = useFieldWords();
  const name = label(row.field);
  if (row.isSame) {
    return (
      <tr className={css.same}>
        <th scope="row">{name}</th>
        <td colSpan={2}>{shown(row.field, row.into)}</td>
      </tr>
    );
  }
  const side = (value: unknown, isOther: boolean) => (
    <td className={isOther === isTaken ? css.chosen : undefined}>
      <label className={css.choice}>
        <input
          type="radio"
          name={row.field}
          checked={isOther === isTaken}
          onChange={() => onChoose(isOther)}
        />
        {shown(row.field, value)}
      </label>
    </td>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      {side(row.into, false)}
      {side(row.from, true)}
    </tr>
  );
};

/** What both keep, however the fields are chosen. */
const Counts = ({ into, from }: { into: Card; from: Card }) => {
  const t = useTexts('subscribers');
  const counts = (card: Card): string =>
    t('merge.counts', {
      contacts: card.contacts.length,
      addresses: card.addresses.length,
      needs: card.needs.length,
    });
  return (
    <tr className={css.same}>
      <th scope="row">{t('merge.both')}</th>
      <td>{counts(into)}</td>
      <td>{counts(from)}</td>
    </tr>
  );
};
