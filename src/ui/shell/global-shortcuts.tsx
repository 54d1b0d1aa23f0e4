import { useNavigate } from 'react-router';
import { useWebs } from '../frame.tsx';
import { useShortcut } from '../shortcut.ts';
import { useTexts } from '../texts.ts';
import { useMay } from '../viewer.tsx';
import type { GlobalShortcut } from '../web.ts';

const Shortcut = (props: { shortcut: GlobalShortcut; domain: string }) => {
  const t = useTexts();
  const navigate = useNavigate();
  const { keys, path, labelKey } = props.shortcut;
  useShortcut(keys, () => void navigate(path), { label: t(`${props.domain}:${labelKey}`) });
  return null;
};

/** Keys that domains have bound for every screen. */
export const GlobalShortcuts = () => {
  const may = useMay();
  return useWebs().flatMap(({ domain, shortcuts }) =>
    shortcuts
      .filter(({ permission }) => may(permission))
      .map((one) => <Shortcut key={one.keys} shortcut={one} domain={domain} />),
  );
};
