import { Button } from '@mantine/core';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite, type DunningSettings } from '../client.ts';
import { DunningForm } from './dunning-form.tsx';
import { DunningTrial } from './dunning-trial.tsx';

/** What is done about debts, whom that would touch today, and whether it is switched on. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRead('GET /api/dunning-settings');
  return (
    <SettingsPage
      title={t('dunning.title')}
      subtitle={t('dunning.subtitle')}
      actions={read.data ? <Switch settings={read.data} /> : undefined}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? (
        <>
          <DunningForm key={read.data.version} settings={read.data} />
          {read.data.steps.length === 0 ? null : (
            <DunningTrial key={`trial ${read.data.version}`} />
          )}
        </>
      ) : (
        <SkeletonLine widthPx={320} />
      )}
    </SettingsPage>
  );
};

const Switch = ({ settings }: { settings: DunningSettings }) => {
  const t = useTexts('billing');
  const write = useWrite('POST /api/dunning-settings/switch');
  const { isOn, isTried, steps, version } = settings;
  const missing = steps.length === 0 ? 'dunning_empty' : isTried ? null : 'dunning_untried';
  return (
    <>
      <Badge tone={isOn ? 'green' : 'gray'}>{t(isOn ? 'dunning.isOn' : 'dunning.isOff')}</Badge>
      <Button
        variant={isOn ? 'default' : 'filled'}
        disabled={!isOn && missing !== null}
        title={isOn || missing === null ? undefined : t(`errors.${missing}`)}
        onClick={() => void write.mutateAsync({ version, isOn: !isOn }).catch(notifyProblem)}
      >
        {t(isOn ? 'dunning.turnOff' : 'dunning.turnOn')}
      </Button>
    </>
  );
};
