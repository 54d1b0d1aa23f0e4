import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useFrameCommands } from './commands.ts';
import { isMeant } from '../layout-slip.ts';
import { useTexts } from '../texts.ts';
import { useMay } from '../viewer.tsx';
import { useWebs } from '../frame.tsx';
import type { FoundItem, Icon } from '../web.ts';
import { useNav } from './nav.ts';

export type Entry = {
  id: string;
  title: string;
  section: string;
  detail?: string | undefined;
  icon?: Icon | undefined;
  keys?: string | undefined;
  run: () => void;
};

const useFound = (query: string): { items: FoundItem[]; isSearching: boolean } => {
  const may = useMay();
  const providers = useWebs()
    .flatMap(({ search }) => search)
    .filter(({ permission }) => may(permission));
  const { data, isFetching } = useQuery({
    queryKey: ['palette', query],
    enabled: query.length > 1 && providers.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) => {
      const answers = await Promise.allSettled(providers.map((one) => one.search(query, signal)));
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    },
  });
  return { items: query.length > 1 ? (data ?? []) : [], isSearching: isFetching };
};

const useOwnEntries = (): Entry[] => {
  const t = useTexts();
  const navigate = useNavigate();
  const pages = useNav().map((item) => ({
    id: `nav-${item.id}`,
    title: t(`${item.domain}:${item.labelKey}`),
    section: t('palette.pages'),
    icon: item.icon,
    run: () => void navigate(item.path),
  }));
  const commands = useFrameCommands().map(({ domain, path, run, ...command }) => ({
    id: `${domain}-${command.id}`,
    title: t(`${domain}:${command.labelKey}`),
    section: t('palette.commands'),
    icon: command.icon,
    keys: command.keys,
    run: () => {
      run?.();
      if (path !== undefined) void navigate(path);
    },
  }));
  return [...pages, ...commands];
};

/** What the palette offers for the words typed: people and things found first, then commands. */
export const usePaletteEntries = (query: string): { entries: Entry[]; isSearching: boolean } => {
  const t = useTexts();
  const navigate = useNavigate();
  const { items, isSearching } = useFound(query);
  const own = useOwnEntries().filter(({ title }) => isMeant(title, query));
  const found = items.map((item) => ({
    id: `found-${item.id}`,
    title: item.title,
    section: item.section ?? t('palette.found'),
    detail: item.detail,
    icon: item.icon,
    run: () => void navigate(item.path),
  }));
  return { entries: [...found, ...own], isSearching };
};
