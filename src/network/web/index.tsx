import { WifiOff } from 'lucide-react';
import { formatDuration } from '../../ui/format.ts';
import { fillWith } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';

export const web = defineWeb({
  domain: 'network',
  fills: [
    fillWith(timelineKinds, { network: { textKey: 'network:timeline.kind', order: 40 } }),
    fillWith(timelineWords, {
      'network.outage_suffered': {
        icon: WifiOff,
        tone: 'red',
        kind: 'network',
        textKey: 'network:timeline.outage',
        values: ({ facts }) => ({
          ...facts,
          time: formatDuration(Number(facts['minutes']) * 60),
        }),
      },
    }),
  ],
});
