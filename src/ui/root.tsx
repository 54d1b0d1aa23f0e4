import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider, type createBrowserRouter } from 'react-router';
import { FrameProvider } from './frame.tsx';
import { createQueries } from './query.ts';
import { SessionProvider } from './session.tsx';
import { FillsProvider, later } from './slot.tsx';
import { Themed } from './themed.tsx';
import type { Viewer } from './viewer.tsx';
import type { Session, Web } from './web.ts';

export type Router = ReturnType<typeof createBrowserRouter>;

const NoticeArea = later(async () => (await import('./notice-area.tsx')).NoticeArea);

type Props = { webs: readonly Web[]; session: Session; first: Viewer | null; router: Router };

/** Everything that stands around the pages, from the theme inwards. */
export const AppRoot = ({ webs, session, first, router }: Props) => {
  const { i18n } = useTranslation();
  const [queries] = useState(createQueries);
  const fills = webs.flatMap((web) => web.fills);
  // A change of language draws everything anew, for dates and sums inside the texts change too.
  return (
    <Themed>
      <QueryClientProvider client={queries}>
        <FrameProvider value={webs}>
          <FillsProvider fills={fills}>
            <SessionProvider session={session} first={first}>
              <RouterProvider key={i18n.language} router={router} />
              <Suspense fallback={null}>
                <NoticeArea />
              </Suspense>
            </SessionProvider>
          </FillsProvider>
        </FrameProvider>
      </QueryClientProvider>
    </Themed>
  );
};
