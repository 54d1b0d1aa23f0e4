import { createContext, useCallback, useContext, type ReactNode } from 'react';

/** The person who is signed in, as far as screens need to know. */
export type Viewer = {
  id: number;
  name: string;
  email?: string;
  permissions: readonly string[];
  /** IANA name of the operator's time zone. */
  timeZone?: string;
  currency?: string;
};

const ViewerContext = createContext<Viewer | null>(null);

export const ViewerProvider = (props: { viewer: Viewer | null; children: ReactNode }) => (
  <ViewerContext value={props.viewer}>{props.children}</ViewerContext>
);

/** Only screens behind the sign-in ask for the viewer; anywhere else it is a bug. */
export const useViewer = (): Viewer => {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('This screen stands outside the sign-in');
  return viewer;
};

/**
 * Whether to offer something at all. The server decides again on every call; this only keeps
 * buttons away from people whom it would refuse.
 */
export const useMay = (): ((permission: string | undefined) => boolean) => {
  const viewer = useContext(ViewerContext);
  return useCallback(
    (permission) => permission === undefined || (viewer?.permissions.includes(permission) ?? false),
    [viewer],
  );
};

export const useCurrency = (): string => useContext(ViewerContext)?.currency ?? 'RUB';
