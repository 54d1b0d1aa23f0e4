import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { FrameProvider } from './frame.tsx';
import { createQueries } from './query.ts';
import { routesOf } from './routes.tsx';
import { SessionProvider } from './session.tsx';
import { ErrorState } from './show/state.tsx';
import { FillsProvider } from './slot.tsx';
import { startTexts, type LoadTexts } from './texts.ts';
import { cssVariables, theme } from './theme.ts';
import type { Viewer } from './viewer.tsx';
import type { Session, Web } from './web.ts';

type Given = { webs: readonly Web[]; loadTexts: LoadTexts };
type Router = ReturnType<typeof createBrowserRouter>;

const schemes = localStorageColorSchemeManager({ key: 'bereg.scheme' });

const Themed = ({ children }: { children: React.ReactNode }) => (
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  </StrictMode>
);

type FrameProps = { webs: readonly Web[]; session: Session; first: Viewer | null; router: Router };

// A change of language draws everything anew, for dates and sums inside the texts change as well.
const Frame = ({ webs, session, first, router }: FrameProps) => {
  const { i18n } = useTranslation();
  return (
    <FrameProvider value={webs}>
      <FillsProvider fills={webs.flatMap(({ fills }) => fills)}>
        <SessionProvider session={session} first={first}>
          <RouterProvider key={i18n.language} router={router} />
          <Notifications position="bottom-right" limit={4} />
        </SessionProvider>
      </FillsProvider>
    </FrameProvider>
  );
};

/** Waits for the page of the first address, so that the static skeleton goes straight over into it. */
const isReady = (router: Router): Promise<void> =>
  new Promise((resolve) => {
    if (router.state.initialized) resolve();
    const stop = router.subscribe((state) => {
      if (!state.initialized) return;
      stop();
      resolve();
    });
  });

const open = async (root: Root, webs: readonly Web[], session: Session): Promise<void> => {
  const first = await session.load();
  const router = createBrowserRouter(routesOf(webs));
  await isReady(router);
  root.render(
    <Themed>
      <QueryClientProvider client={createQueries()}>
        <Frame webs={webs} session={session} first={first} router={router} />
      </QueryClientProvider>
    </Themed>,
  );
};

/** Starts the web app: texts and the person first, then the page. A dead server gets a retry. */
export const startApp = async ({ webs, loadTexts }: Given): Promise<void> => {
  const session = webs.find((web) => web.session)?.session;
  const element = document.getElementById('app');
  if (!session || !element) throw new Error('The app needs a session and a place on the page');
  await startTexts(loadTexts);
  let root: Root | undefined;
  const attempt = (): Promise<void> => {
    root ??= createRoot(element);
    return open(root, webs, session).catch((failure: unknown) => {
      root?.render(
        <Themed>
          <ErrorState failure={failure} onRetry={() => void attempt()} />
        </Themed>,
      );
    });
  };
  await attempt();
};
