import { formatInstant, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Versions } from '../client.ts';

type Version = Versions[number];

const itemsOf = ({ groups }: Version) => groups.flatMap(({ items }) => items);

/** How a scorecard was changed, version by version. */
export const CardVersions = ({ id }: { id: number }) => {
  const t = useTexts('quality');
  const { data } = useRead('GET /api/quality-cards/{id}/versions', { id });
  if (!data) return null;
  return (
    <FigureTable<Version>
      title={t('cards.versions')}
      empty=""
      rows={data.versions}
      keyOf={({ version }) => String(version)}
      columns={[
        {
          key: 'version',
          label: t('cards.versionNo'),
          show: ({ version, madeAt, madeBy }) =>
            [version, formatInstant(madeAt), madeBy].filter(Boolean).join(' · '),
        },
        {
          key: 'items',
          label: t('cards.items'),
          show: (one) => formatNumber(itemsOf(one).length),
        },
        {
          key: 'weight',
          label: t('cards.weights'),
          show: (one) => formatNumber(itemsOf(one).reduce((sum, { weight }) => sum + weight, 0)),
        },
        {
          key: 'critical',
          label: t('cards.criticals'),
          show: (one) => formatNumber(itemsOf(one).filter(({ isCritical }) => isCritical).length),
        },
      ]}
    />
  );
};
