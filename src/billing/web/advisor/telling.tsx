import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import type { Advisor } from '../client.ts';
import css from './advisor.module.css';
import type { Asked } from './asking.tsx';
import { Campaign } from './campaign.tsx';
import { listAddress } from './list-state.ts';

/** The way to the list of those who are asked about, and to what is told them. */
export const Telling = ({ advisor, asked }: { advisor: Advisor; asked: Asked }) => {
  const t = useTexts('billing');
  const [isPlanning, setPlanning] = useState(false);
  return (
    <div className={css.buttons}>
      <Button renderRoot={(root) => <Link {...root} to={listAddress(asked)} />}>
        {t('advisor.list')}
      </Button>
      <Button onClick={() => setPlanning(true)}>{t('advisor.campaign')}</Button>
      {isPlanning ? (
        <Campaign advisor={advisor} asked={asked} onClose={() => setPlanning(false)} />
      ) : null}
    </div>
  );
};
