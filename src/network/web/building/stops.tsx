import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { coveragePaths, type Stop, useWrite } from '../client.ts';
import css from './building.module.css';
import { StopDialog, type StopTarget } from './stop-dialog.tsx';

/** Stops of sales of a building and its nodes: those in force, and what was before. */
export const Stops = ({ target, stops }: { target: StopTarget; stops: readonly Stop[] }) => {
  const t = useTexts('network');
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const lift = useWrite('POST /api/stop-sales/{id}/lift', coveragePaths);
  const canEdit = may('network.coverage');
  const wordsOf = ({ node, setBy, setAt, untilOn, liftedAt, liftedBy }: Stop): string =>
    [
      node ?? t('stop.ofBuilding'),
      setBy ?? '',
      formatInstant(setAt),
      liftedAt === null
        ? ''
        : t('stop.lifted', { at: formatInstant(liftedAt), by: liftedBy ?? '' }),
      untilOn === null || liftedAt !== null ? '' : t('stop.until', { day: formatDay(untilOn) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Box>
      <CardSection
        title={t('stop.title')}
        actions={
          canEdit ? (
            <Button size="xs" variant="subtle" onClick={() => setAdding(true)}>
              {t('stop.set')}
            </Button>
          ) : null
        }
      >
        {stops.length === 0 ? <p className="dim">{t('stop.none')}</p> : null}
        <ul className={css.rows}>
          {stops.map((one) => (
            <li key={one.id}>
              <span className={one.isInForce ? '' : (css.past ?? '')}>
                {one.reason}
                <small className="dim">{wordsOf(one)}</small>
              </span>
              {one.isInForce ? (
                <Badge tone={one.level === 'stop' ? 'red' : 'amber'}>
                  {t(`stop.levels.${one.level}`)}
                </Badge>
              ) : null}
              {one.isInForce && canEdit ? (
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => void lift.mutateAsync({ id: one.id }).catch(notifyProblem)}
                >
                  {t('stop.lift')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </CardSection>
      {isAdding ? <StopDialog target={target} onClose={() => setAdding(false)} /> : null}
    </Box>
  );
};
