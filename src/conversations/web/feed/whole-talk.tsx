import type { ReactNode } from 'react';
import type { Opened } from '../api.ts';
import { EarlierButton } from './earlier-button.tsx';
import { useEarlier } from './use-earlier.ts';

type Props = { conversation: Opened; children: (shown: Opened) => ReactNode };

/** A conversation shown in a way of one's own, with what was before its newest end when asked. */
export const WholeTalk = ({ conversation, children }: Props) => {
  const { shown, more } = useEarlier(conversation);
  return (
    <>
      {more ? <EarlierButton onAsk={more} /> : null}
      {children(shown)}
    </>
  );
};
