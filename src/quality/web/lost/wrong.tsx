import { Link } from 'react-router';
import { formatNumber } from '../../../ui/format.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { contactsPath } from './words.ts';

type Props = { process: string; wrong: number; from: string | null; to: string | null };

/** How many contacts went wrong: a number that opens them, for whom they may be shown. */
export const Wrong = ({ process, wrong, from, to }: Props) => {
  const may = useMay();
  const words = formatNumber(wrong);
  if (wrong === 0 || from === null || to === null || !may('quality.lost_rows')) return words;
  return <Link to={contactsPath(process, from, to)}>{words}</Link>;
};
