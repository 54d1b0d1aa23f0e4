import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { showInTimeZone } from './format.ts';
import { notifyProblem } from './notify.tsx';
import { onSignedOut } from './query.ts';
import { ViewerProvider, type Viewer } from './viewer.tsx';
import type { Session } from './web.ts';

type Held = {
  isSignedIn: boolean;
  signInPath: string;
  /** Asks again who is signed in, after a sign-in or a change of roles. */
  refresh: () => Promise<void>;
  signOut: () => void;
};

const SessionContext = createContext<Held | null>(null);

export const useSession = (): Held => {
  const held = useContext(SessionContext);
  if (held === null) throw new Error('Nothing holds a session here');
  return held;
};

type Props = { session: Session; first: Viewer | null; children: ReactNode };

/**
 * Holds who is signed in for everything below it. What one person has read is gone for the next.
 */
export const SessionProvider = ({ session, first, children }: Props) => {
  const queries = useQueryClient();
  const [viewer, setViewer] = useState(first);
  showInTimeZone(viewer?.timeZone);

  const forget = useCallback(() => {
    setViewer(null);
    queries.clear();
  }, [queries]);

  useEffect(() => onSignedOut(forget), [forget]);

  const held = useMemo<Held>(
    () => ({
      isSignedIn: viewer !== null,
      signInPath: session.signInPath,
      refresh: async () => setViewer(await session.load()),
      signOut: () => void session.signOut().then(forget, notifyProblem),
    }),
    [viewer, session, forget],
  );

  return (
    <SessionContext value={held}>
      <ViewerProvider viewer={viewer}>{children}</ViewerProvider>
    </SessionContext>
  );
};
