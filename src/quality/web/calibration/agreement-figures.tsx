import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Agreement, Calibration } from '../client.ts';

/** Of fewer the coefficient of one item says little: one answer more turns it round. */
const FEW_CONTACTS = 10;

type Props = { one: Calibration; agreement: Agreement };

const coefficient = (value: number | null): string =>
  value === null ? '—' : formatNumber(value, 2);

/** How far all agree: in figures of all, then item by item, the most differing first. */
export const AgreementFigures = ({ one, agreement }: Props) => {
  const t = useTexts('quality');
  const { kappa, alpha, scoreAlpha, items } = agreement;
  const contacts = one.contacts.length;
  return (
    <>
      <Totals
        totals={[
          {
            key: 'alpha',
            value: coefficient(alpha),
            label: t('agreement.alpha'),
            hint: t('agreement.alphaHint'),
          },
          ...(kappa === null
            ? []
            : [{ key: 'kappa', value: coefficient(kappa), label: t('agreement.kappa') }]),
          {
            key: 'scores',
            value: coefficient(scoreAlpha),
            label: t('agreement.scoreAlpha'),
            hint: t('agreement.contacts', { count: contacts }),
          },
        ]}
      />
      <FigureTable<Agreement['items'][number]>
        title={t('agreement.items')}
        empty={t('agreement.noItems')}
        rows={items}
        keyOf={({ item }) => item}
        rule={
          contacts < FEW_CONTACTS
            ? `${t('agreement.rule')} ${t('agreement.few', { count: FEW_CONTACTS })}`
            : t('agreement.rule')
        }
        columns={[
          { key: 'title', label: t('cards.item'), show: ({ title }) => title },
          {
            key: 'scale',
            label: t('cards.scale'),
            isWords: true,
            show: ({ scale }) => t(`scales.${scale}`),
          },
          {
            key: 'contacts',
            label: t('calibrations.contacts'),
            show: (item) => formatNumber(item.contacts),
          },
          {
            key: 'same',
            label: t('agreement.same'),
            show: ({ pairs, differing }) => formatPercent((pairs - differing) / pairs),
          },
          {
            key: 'alpha',
            label: t('agreement.itemAlpha'),
            isStrong: true,
            show: (item) => coefficient(item.alpha),
          },
        ]}
      />
    </>
  );
};
