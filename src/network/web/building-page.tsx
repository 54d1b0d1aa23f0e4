import { useParams } from 'react-router';
import { useLiveRefresh } from '../../ui/live.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { Page } from '../../ui/show/page.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './building/building.module.css';
import { FormerNames } from './building/former-names.tsx';
import { KeptLines } from './building/kept-lines.tsx';
import { Stops } from './building/stops.tsx';
import { Offers } from './check/offers.tsx';
import { coveragePaths, useRead } from './client.ts';

/** A building as those see it who keep what can be had there. */
export const Component = () => {
  const t = useTexts('network');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/buildings/{id}', { id });
  useLiveRefresh(['network.*', 'subscribers.*'], coveragePaths);
  const building = read.data;
  if (!building) {
    return (
      <Page title={t('building.title')} layout="narrow" backTo="/coverage">
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
      </Page>
    );
  }
  return (
    <Page
      title={building.text}
      layout="narrow"
      backTo="/coverage"
      marks={building.isPrivateSector ? <Badge>{t('check.private')}</Badge> : null}
    >
      <div className={css.page}>
        <KeptLines building={building} />
        <Stops target={{ buildingId: id }} stops={building.stops} />
        <Offers buildingId={id} offers={building.offers} />
        <FormerNames streetId={building.streetId} names={building.formerNames} />
      </div>
    </Page>
  );
};
