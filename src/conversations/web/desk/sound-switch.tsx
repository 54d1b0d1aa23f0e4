import { ActionIcon, Tooltip } from '@mantine/core';
import { Bell, BellOff } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { isSoundOn, keepSound, playOffer } from '../offer/sound.ts';

/** Whether an offer is heard; kept in this browser, for it depends on the room. */
export const SoundSwitch = () => {
  const t = useTexts('conversations');
  const [isOn, setOn] = useState(isSoundOn);
  const label = t(isOn ? 'offer.soundOff' : 'offer.soundOn');
  const toggle = (): void => {
    keepSound(!isOn);
    setOn(!isOn);
    if (!isOn) playOffer();
  };
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={toggle}>
        {isOn ? <Bell size={16} /> : <BellOff size={16} />}
      </ActionIcon>
    </Tooltip>
  );
};
