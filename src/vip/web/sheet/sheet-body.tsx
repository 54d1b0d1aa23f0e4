import { ClipboardList, Crown } from 'lucide-react';
import { formatNumber } from '../../../ui/format.ts';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { lineKinds } from '../../kinds.ts';
import type { Sheet } from '../client.ts';
import css from '../vip.module.css';
import { Escalations } from './escalations.tsx';
import { SheetLine } from './sheet-line.tsx';

/** The day in figures, and then line by line, the most pressing first. */
export const SheetBody = ({ sheet }: { sheet: Sheet }) => {
  const t = useTexts('vip');
  const left = sheet.lines.filter(({ isDone }) => !isDone).length;
  const room =
    sheet.mostClients === null ? {} : { hint: t('sheet.room', { most: sheet.mostClients }) };
  return (
    <div className={css.page}>
      <Totals
        totals={[
          {
            key: 'clients',
            value: formatNumber(sheet.clients),
            label: t('sheet.clients'),
            ...room,
          },
          { key: 'left', value: formatNumber(left), label: t('sheet.left') },
          {
            key: 'done',
            value: formatNumber(sheet.lines.length - left),
            label: t('sheet.done'),
          },
        ]}
      />
      <Escalations />
      {sheet.clients === 0 ? (
        <EmptyState icon={Crown} title={t('sheet.nobody')} text={t('sheet.nobodyText')} />
      ) : null}
      {sheet.clients > 0 && sheet.lines.length === 0 ? (
        <EmptyState icon={ClipboardList} title={t('sheet.empty')} text={t('sheet.emptyText')} />
      ) : null}
      {lineKinds.map((kind) => (
        <SheetPart key={kind} kind={kind} sheet={sheet} />
      ))}
      {sheet.isWhole ? null : <p className="dim">{t('sheet.part')}</p>}
    </div>
  );
};

const SheetPart = ({ kind, sheet }: { kind: (typeof lineKinds)[number]; sheet: Sheet }) => {
  const t = useTexts('vip');
  const lines = sheet.lines.filter((line) => line.kind === kind);
  if (lines.length === 0) return null;
  return (
    <section aria-label={t(`lineKinds.${kind}`)}>
      <h2>{t(`lineKinds.${kind}`)}</h2>
      <PickList>
        {lines.map((line) => (
          <SheetLine key={`${line.subscriberId} ${line.key}`} line={line} sheet={sheet} />
        ))}
      </PickList>
    </section>
  );
};
