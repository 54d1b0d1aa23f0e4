import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { Fence } from '../fence.tsx';
import { startLive } from '../live-line.ts';
import { Slot } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { RailAndOverlays } from './overlays.tsx';
import { barSlot } from './slots.ts';
import css from './shell.module.css';

/** The frame around every page of those who are signed in. */
export const Shell = () => {
  const t = useTexts();
  const { state } = useNavigation();
  const { pathname } = useLocation();
  const queries = useQueryClient();
  useEffect(
    () =>
      startLive({
        onGap: () => void queries.invalidateQueries(),
        onBack: () =>
          void queries.invalidateQueries({ predicate: (one) => one.state.status === 'error' }),
      }),
    [queries],
  );
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#page">
        {t('page.skip')}
      </a>
      {state === 'loading' ? <div className={css.loading} /> : null}
      <RailAndOverlays />
      <div className={css.content}>
        <ConnectionBanner />
        <Slot of={barSlot} />
        <div className={css.page} id="page" tabIndex={-1}>
          <Fence resetBy={pathname}>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </Fence>
        </div>
      </div>
    </div>
  );
};
