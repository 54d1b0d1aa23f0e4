import { useSearchParams } from 'react-router';
import type { Dimension } from '../client.ts';

export type Slice = { dimension: Dimension; value: string } | Record<string, never>;
export type Change = (next: Record<string, string | null>) => void;

/** What the address of the page asks for; the server says no to what makes no sense. */
export const useAddress = () => {
  const [params, setParams] = useSearchParams();
  const dimension = params.get('dimension') as Dimension | null;
  const slice: Slice = dimension ? { dimension, value: params.get('value') ?? '' } : {};
  const change: Change = (next) => setParams((before) => changed(before, next), { replace: true });
  return { params, slice, name: params.get('name'), change };
};

function changed(
  before: URLSearchParams,
  next: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [key, value] of Object.entries(next)) {
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  return after;
}
