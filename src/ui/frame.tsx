import { createContext, useContext } from 'react';
import type { Web } from './web.ts';

const FrameContext = createContext<readonly Web[]>([]);

export const FrameProvider = FrameContext;

/** Everything that the domains have given to the web app, in the order of map.ts. */
export const useWebs = (): readonly Web[] => useContext(FrameContext);
