import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Checked } from '../client.ts';
import css from './check.module.css';

const tones: Record<Checked['verdict'], Tone> = {
  available: 'green',
  planned: 'amber',
  stopped: 'red',
  full: 'amber',
  none: 'gray',
  unknown: 'gray',
};

/** Which address it is, how it stands in a word, and whether somebody is served there already. */
export const CheckHead = ({ checked }: { checked: Checked }) => {
  const t = useTexts('network');
  const may = useMay();
  const { verdict, lines, here, buildingId } = checked;
  const plannedOn = lines.find(({ state }) => state === 'planned')?.plannedOn;
  return (
    <>
      <div className={css.head}>
        <h2>{checked.text}</h2>
        <Badge tone={tones[verdict]}>
          {verdict === 'planned' && plannedOn
            ? t('check.plannedOn', { day: formatDay(plannedOn) })
            : t(`check.verdicts.${verdict}`)}
        </Badge>
        {checked.isPrivateSector ? <Badge>{t('check.private')}</Badge> : null}
        {checked.district === '' ? null : <span className="dim">{checked.district}</span>}
        {buildingId !== null && may('network.coverage') ? (
          <Button
            className={css.edit ?? ''}
            size="xs"
            variant="subtle"
            renderRoot={(root) => <Link {...root} to={`/coverage/buildings/${buildingId}`} />}
          >
            {t('check.edit')}
          </Button>
        ) : null}
      </div>
      {here.length === 0 ? null : (
        <p className={css.note}>
          {t('check.ours', { count: here.length })}{' '}
          {here.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 ? ', ' : ''}
              <Link to={`/subscribers/${id}`}>{name}</Link>
            </span>
          ))}
        </p>
      )}
    </>
  );
};
