import { useEffect } from 'react';
import type { Opened } from '../api.ts';
import { AttemptLine } from './attempt-line.tsx';
import { CallLine } from './call-line.tsx';
import { feedOf, type FeedItem } from './items.ts';
import { useOutgoing } from '../act/outbox.ts';
import { Bubble } from './bubble.tsx';
import { EarlierButton } from './earlier-button.tsx';
import { LeavingBubble } from './leaving-bubble.tsx';
import { PastLine } from './past-line.tsx';
import { useEarlier } from './use-earlier.ts';
import css from './feed.module.css';

const Item = ({ item, conversation }: { item: FeedItem; conversation: Opened }) => {
  if (item.kind === 'message') {
    return <Bubble message={item.message} conversation={conversation} />;
  }
  if (item.kind === 'attempt')
    return <AttemptLine id={conversation.id} attempt={item.attempt} call={item.call} />;
  if (item.kind === 'call') return <CallLine id={conversation.id} call={item.call} />;
  return <PastLine past={item.past} number={conversation.number} />;
};

/** The request's words, notes, calls and steps, in the order in which they happened. */
export const Feed = ({ conversation }: { conversation: Opened }) => {
  const { shown, more } = useEarlier(conversation);
  const items = feedOf(shown);
  const outgoing = useOutgoing(conversation.id);
  const last = outgoing ? 'leaving' : items.at(-1)?.key;
  useEffect(() => {
    if (last) document.getElementById(last)?.scrollIntoView({ block: 'end' });
  }, [last]);
  return (
    <ol className={css.feed}>
      {more ? (
        <li className={css.earlier}>
          <EarlierButton onAsk={more} />
        </li>
      ) : null}
      {items.map((item) => (
        <li key={item.key} id={item.key}>
          <Item item={item} conversation={conversation} />
        </li>
      ))}
      {outgoing ? (
        <li id="leaving">
          <LeavingBubble outgoing={outgoing} />
        </li>
      ) : null}
    </ol>
  );
};
