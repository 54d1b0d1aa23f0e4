import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Play, playPaths, useWrite } from './client.ts';

/** Switches a play on, once it was tried, or off. */
export const PlaySwitch = ({ play }: { play: Play }) => {
  const t = useTexts('retention');
  const turn = useWrite('POST /api/plays/{id}/switch', playPaths);
  const { id, version, isOn, isTried } = play;
  return (
    <Button
      variant={isOn ? 'default' : 'filled'}
      loading={turn.isPending}
      disabled={!isOn && !isTried}
      title={!isOn && !isTried ? t('plays.try.isNeeded') : ''}
      onClick={() => void turn.mutateAsync({ id, version, isOn: !isOn }).catch(notifyProblem)}
    >
      {t(isOn ? 'plays.switchOff' : 'plays.switchOn')}
    </Button>
  );
};
