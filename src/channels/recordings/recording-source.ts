import type { RecordingSource } from '../adapters/recordings.ts';
import type { AnyChannel } from '../settings/load-channel.ts';

/** Where an exchange's recordings are fetched from; null where they are not, or cannot be now. */
export function recordingSource(channel: AnyChannel | null): RecordingSource | null {
  if (channel?.kind !== 'asterisk' && channel?.kind !== 'telephony') return null;
  // Channels that were kept before there was such a setting have none.
  const from = (channel.settings as { recordingsFrom?: string }).recordingsFrom ?? '';
  if (from === '') return null;
  if (channel.kind === 'asterisk') return { from, provider: 'generic', key: '', secret: '' };
  if (!channel.secrets) return null;
  return { from, provider: channel.settings.provider, ...channel.secrets };
}
