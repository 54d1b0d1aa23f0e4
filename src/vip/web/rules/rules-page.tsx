import { SettingsPage } from '../../../staff/web/index.tsx';
import { formatDay, formatNumber } from '../../../ui/format.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../vip.module.css';
import { ItemList } from './item-list.tsx';
import { PersonalManagerList } from './personal-manager-list.tsx';
import { RulesForm } from './rules-form.tsx';

/** By what rules somebody is of the programme, who leads, and what can be given. */
export const Component = () => {
  const t = useTexts('vip');
  const read = useRead('GET /api/vip-settings');
  const run = read.data?.lastRun;
  return (
    <SettingsPage title={t('rules.title')} subtitle={t('rules.subtitle')} layout="padded">
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className={css.page}>
        {run ? (
          <Totals
            totals={(['members', 'candidates', 'admitted', 'dropped'] as const).map((key) => ({
              key,
              value: formatNumber(run[key]),
              label: t(`rules.${key}`),
              ...(key === 'members' ? { hint: t('rules.on', { on: formatDay(run.on) }) } : {}),
            }))}
          />
        ) : null}
        {read.data ? <RulesForm key={read.data.version} rules={read.data} /> : null}
        <PersonalManagerList />
        <ItemList />
      </div>
    </SettingsPage>
  );
};
