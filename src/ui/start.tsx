import { createRoot, type Root } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { AppRoot, type Router } from './root.tsx';
import { routesOf } from './routes.tsx';
import { ErrorState } from './show/state.tsx';
import { Themed } from './themed.tsx';
import { startTexts, type LoadTexts } from './texts.ts';
import type { Session, Web } from './web.ts';

type Given = { webs: readonly Web[]; loadTexts: LoadTexts };

/**
 * Waits for the page of the first address, so that the static skeleton goes straight over into it.
 */
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
  root.render(<AppRoot webs={webs} session={session} first={first} router={router} />);
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
