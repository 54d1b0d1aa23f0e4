import { formatInstant, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { playbookOutcomes } from '../../kinds.ts';
import { useRead, type Versions } from '../client.ts';

type Version = Versions[number];

/** What walks came to, version by version. */
export const PlaybookVersions = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-playbooks/{id}/versions', { id });
  if (!data) return null;
  return (
    <FigureTable<Version>
      title={t('playbooks.versions')}
      empty=""
      rows={data.versions}
      keyOf={({ version }) => String(version)}
      columns={[
        {
          key: 'version',
          label: t('playbooks.versionNo'),
          show: ({ version, madeAt, madeBy }) =>
            [version, formatInstant(madeAt), madeBy].filter(Boolean).join(' · '),
        },
        { key: 'steps', label: t('playbooks.steps'), show: ({ steps }) => formatNumber(steps) },
        { key: 'open', label: t('playbooks.goOn'), show: ({ open }) => formatNumber(open) },
        ...playbookOutcomes.map((outcome) => ({
          key: outcome,
          label: t(`playbookOutcomes.${outcome}`),
          show: ({ outcomes }: Version) => formatNumber(outcomes[outcome] ?? 0),
        })),
      ]}
    />
  );
};
