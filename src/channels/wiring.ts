import { restored } from '../kernel/backup/restored.ts';
import { serverMounts } from '../kernel/http/entrance.ts';
import { ok } from '../kernel/result.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { api, errors } from './api.ts';
import { mountCheck } from './check/mount.ts';
import { changeChat } from './chat/change-chat.ts';
import { createChat } from './chat/create-chat.ts';
import { mountChat } from './chat/mount.ts';
import { openChatFile } from './chat/open-chat-file.ts';
import { readLines } from './chat/read-lines.ts';
import { takeLine } from './chat/take-line.ts';
import { dismissMessage } from './dismiss-message.ts';
import { dropRefused } from './drop-refused.ts';
import { mountForm } from './form/mount.ts';
import { changeMailbox } from './mailboxes/change-mailbox.ts';
import { createMailbox } from './mailboxes/create-mailbox.ts';
import { testMailbox } from './mailboxes/test-mailbox.ts';
import { listSetAside } from './queries.ts';
import { receiveRequest } from './receive-request.ts';
import { fetchRecordings } from './recordings/fetch-recordings.ts';
import { fetchFiles } from './receiving/fetch-files.ts';
import { mountHooks } from './receiving/mount-hooks.ts';
import { watchMailboxes } from './receiving/watch-mailbox.ts';
import { sendWaiting } from './sending/send-waiting.ts';
import { retryRawMessage } from './retry-raw-message.ts';
import { changeKeeping, loadKeeping } from './settings/change-keeping.ts';
import { listChannels } from './settings/list-channels.ts';
import { pauseChannel, resumeChannel } from './settings/pause-channel.ts';
import { tellLostSecrets } from './settings/tell-lost-secrets.ts';
import { testChannel } from './settings/test-channel.ts';
import { takeUpWaiting } from './take-up-waiting.ts';
import { changeBot } from './telegram/change-bot.ts';
import { createBot } from './telegram/create-bot.ts';
import { testBot } from './telegram/test-bot.ts';
import { watchBots } from './telegram/watch-bots.ts';
import { changeCommunity } from './vk/change-community.ts';
import { createCommunity } from './vk/create-community.ts';
import { testCommunity } from './vk/test-community.ts';
import { changeAsterisk } from './telephony/change-asterisk.ts';
import { changeTelephony } from './telephony/change-telephony.ts';
import { createAsterisk } from './telephony/create-asterisk.ts';
import { createTelephony } from './telephony/create-telephony.ts';
import { mountWebhooks } from './telephony/mount-webhooks.ts';
import { testAsterisk } from './telephony/test-asterisk.ts';
import { watchAsterisks } from './telephony/watch-asterisk.ts';

export const wiring = defineWiring({
  domain: 'channels',
  api,
  errors,
  handlers: {
    'POST /api/public/requests': { ownTransactions: receiveRequest },
    'GET /api/channels/messages': listSetAside,
    'POST /api/channels/messages/{id}/retry': retryRawMessage,
    'POST /api/channels/messages/{id}/dismiss': dismissMessage,
    'GET /api/channels/keeping': async (ctx) => ok(await loadKeeping(ctx)),
    'PUT /api/channels/keeping': changeKeeping,
    'GET /api/channels': listChannels,
    'POST /api/channels': createMailbox,
    'PUT /api/channels/{id}': changeMailbox,
    'POST /api/channels/{id}/pause': pauseChannel,
    'POST /api/channels/{id}/resume': resumeChannel,
    'POST /api/channels/{id}/test': testChannel,
    'POST /api/channels/test': testMailbox,
    'POST /api/channels/telegram': createBot,
    'PUT /api/channels/telegram/{id}': changeBot,
    'POST /api/channels/telegram/test': testBot,
    'POST /api/public/chat/lines': readLines,
    'POST /api/public/chat/files/{fileId}': openChatFile,
    'POST /api/public/chat/messages': { ownTransactions: takeLine },
    'POST /api/channels/chat': createChat,
    'PUT /api/channels/chat/{id}': changeChat,
    'POST /api/channels/vk': createCommunity,
    'PUT /api/channels/vk/{id}': changeCommunity,
    'POST /api/channels/vk/test': testCommunity,
    'POST /api/channels/asterisk': createAsterisk,
    'PUT /api/channels/asterisk/{id}': changeAsterisk,
    'POST /api/channels/asterisk/test': testAsterisk,
    'POST /api/channels/telephony': createTelephony,
    'PUT /api/channels/telephony/{id}': changeTelephony,
  },
  permissions: ['channels.view', 'channels.manage'],
  liveEvents: {
    'channels.message_quarantined': 'channels.view',
    'channels.message_retried': 'channels.view',
    'channels.message_dismissed': 'channels.view',
    'channels.keeping_changed': 'channels.manage',
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
    'channels.message_read': 'nobody',
    // A list that is read anew would be a look again, without end.
    'channels.messages_listed': 'nobody',
  },
  jobs: [dropRefused],
  ticks: [
    { name: 'channels.take_up', everySeconds: 1, run: takeUpWaiting, isOwnTransactions: true },
    { name: 'channels.fetch_files', everySeconds: 1, run: fetchFiles, isOwnTransactions: true },
    {
      name: 'channels.fetch_recordings',
      everySeconds: 5,
      run: fetchRecordings,
      isOwnTransactions: true,
    },
    { name: 'channels.send', everySeconds: 1, run: sendWaiting, isOwnTransactions: true },
  ],
  watches: [watchMailboxes, watchBots, watchAsterisks],
  fills: [
    fill(serverMounts, mountForm),
    fill(serverMounts, mountCheck),
    fill(serverMounts, mountHooks),
    fill(serverMounts, mountChat),
    fill(serverMounts, mountWebhooks),
    fill(restored, tellLostSecrets),
  ],
});
