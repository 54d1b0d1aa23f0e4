import { restored } from '../kernel/backup/restored.ts';
import { serverMounts } from '../kernel/http/entrance.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { api, errors } from './api.ts';
import { dropRefused } from './drop-refused.ts';
import { mountForm } from './form/mount.ts';
import { changeChannel } from './mailboxes/change-channel.ts';
import { createChannel } from './mailboxes/create-channel.ts';
import { listChannels } from './mailboxes/list-channels.ts';
import { pauseChannel, resumeChannel } from './mailboxes/pause-channel.ts';
import { tellLostPasswords } from './mailboxes/tell-lost-passwords.ts';
import { testMailbox } from './mailboxes/test-mailbox.ts';
import { listSetAside } from './queries.ts';
import { receiveRequest } from './receive-request.ts';
import { watchMailboxes } from './receiving/watch-mailboxes.ts';
import { sendWaiting } from './sending/send-waiting.ts';
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
    'GET /api/channels': listChannels,
    'POST /api/channels': createChannel,
    'PUT /api/channels/{id}': changeChannel,
    'POST /api/channels/{id}/pause': pauseChannel,
    'POST /api/channels/{id}/resume': resumeChannel,
    'POST /api/channels/test': testMailbox,
  },
  permissions: ['channels.view', 'channels.manage'],
  liveEvents: {
    'channels.message_quarantined': 'channels.view',
    'channels.message_retried': 'channels.view',
    'channels.created': 'channels.manage',
    'channels.changed': 'channels.manage',
    'channels.paused': 'channels.manage',
    'channels.resumed': 'channels.manage',
    'channels.trouble_began': 'channels.manage',
    'channels.trouble_ended': 'channels.manage',
    'channels.message_sent': 'channels.manage',
    'channels.message_failed': 'channels.manage',
    'channels.message_unknown': 'channels.manage',
    'channels.message_sent_again': 'channels.manage',
    // A list that is read anew would be a look again, without end.
    'channels.messages_listed': 'nobody',
  },
  jobs: [dropRefused],
  ticks: [
    { name: 'channels.take_up', everySeconds: 1, run: takeUpWaiting },
    { name: 'channels.send', everySeconds: 1, run: sendWaiting, isOwnTransactions: true },
  ],
  watches: [watchMailboxes],
  fills: [fill(serverMounts, mountForm), fill(restored, tellLostPasswords)],
});
