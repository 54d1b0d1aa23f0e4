import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider, type createBrowserRouter } from 'react-router';
import { FrameProvider } from './frame.tsx';
import { createQueries } from './query.ts';
import { NoticeArea } from './notice-area.tsx';
import { SessionProvider } from './session.tsx';
import { FillsProvider } from './slot.tsx';
import { Themed } from './themed.tsx';
import type { Viewer } from './viewer.tsx';
import type { Session, Web } from './web.ts';

export type Router = ReturnType<typeof createBrowserRouter>;

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
              <NoticeArea />
            </SessionProvider>
          </FillsProvider>
        </FrameProvider>
      </QueryClientProvider>
    </Themed>
  );
};
