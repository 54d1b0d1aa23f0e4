import { useMay } from '../viewer.tsx';
import { useWebs } from '../frame.tsx';
import type { Command } from '../web.ts';

export const useFrameCommands = (): (Command & { domain: string })[] => {
  const may = useMay();
  return useWebs()
    .flatMap(({ domain, commands }) => commands.map((one) => ({ ...one, domain })))
    .filter(({ permission }) => may(permission));
};
