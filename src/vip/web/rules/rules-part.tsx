import { formatDay, formatNumber } from '../../../ui/format.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { RulesForm } from './rules-form.tsx';

/** What the last night came to, and the rules by which it counted. */
export const RulesPart = () => {
  const t = useTexts('vip');
  const read = useRead('GET /api/vip-settings');
  const run = read.data?.lastRun;
  return (
    <>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
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
    </>
  );
};
