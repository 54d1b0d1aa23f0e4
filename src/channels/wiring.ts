import { serverMounts } from '../kernel/http/entrance.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { api, errors } from './api.ts';
import { dropRefused } from './drop-refused.ts';
import { mountForm } from './form/mount.ts';
import { listSetAside } from './queries.ts';
import { receiveRequest } from './receive-request.ts';
import { retryMessage } from './retry-message.ts';
import { takeUpWaiting } from './take-up.ts';

export const wiring = defineWiring({
  domain: 'channels',
  api,
  errors,
  handlers: {
    'POST /api/public/requests': { ownTransactions: receiveRequest },
    'GET /api/channels/messages': listSetAside,
    'POST /api/channels/messages/{id}/retry': retryMessage,
  },
  permissions: ['channels.view'],
  liveEvents: {
    'channels.message_quarantined': 'channels.view',
    'channels.message_retried': 'channels.view',
    // A list that is read anew would be a look again, without end.
    'channels.messages_listed': 'nobody',
  },
  jobs: [dropRefused],
  ticks: [{ name: 'channels.take_up', everySeconds: 1, run: takeUpWaiting }],
  fills: [fill(serverMounts, mountForm)],
});
