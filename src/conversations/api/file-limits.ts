import type { WrittenKind } from '../../channels/api.ts';

const MEGABYTE = 1024 ** 2;

type Limits = { mostFiles: number; mostBytesEach: number; mostBytesTotal: number };

/**
 * What each channel takes with one answer. Telegram: files of a bot up to 50 MB. VK: ten of them
 * (https://dev.vk.com/method/messages.send). Letters: most servers take 25 MB, and what is attached
 * grows by a third on its way.
 */
const limitsOf: Readonly<Record<WrittenKind, Limits>> = {
  email: { mostFiles: 20, mostBytesEach: 18 * MEGABYTE, mostBytesTotal: 18 * MEGABYTE },
  telegram: { mostFiles: 10, mostBytesEach: 50 * MEGABYTE, mostBytesTotal: 100 * MEGABYTE },
  vk: { mostFiles: 10, mostBytesEach: 50 * MEGABYTE, mostBytesTotal: 100 * MEGABYTE },
  chat: { mostFiles: 10, mostBytesEach: 20 * MEGABYTE, mostBytesTotal: 50 * MEGABYTE },
};

/** VK takes no programs and no music as documents, whatever they are called inside. */
const notTakenByVk = /\.(exe|com|bat|cmd|msi|apk|jar|mp3)$/i;

export type FileMisfit = {
  code: `conversations.${'too_many_files' | 'file_too_large' | 'files_too_large' | 'file_not_taken'}`;
  params: { name?: string; most?: number; mostMegabytes?: number };
};

/**
 * What a channel would not take of these files; null where it takes them all. Asked by the screen
 * before a file goes up, and by the server before an answer is stored.
 */
export function fileMisfit(
  channel: string,
  files: readonly { name: string; sizeBytes: number }[],
): FileMisfit | null {
  const limits = Object.entries(limitsOf).find(([kind]) => kind === channel)?.[1];
  if (!limits) return null;
  const { mostFiles, mostBytesEach, mostBytesTotal } = limits;
  if (files.length > mostFiles) {
    return { code: 'conversations.too_many_files', params: { most: mostFiles } };
  }
  const large = files.find(({ sizeBytes }) => sizeBytes > mostBytesEach);
  if (large) {
    const params = { name: large.name, mostMegabytes: mostBytesEach / MEGABYTE };
    return { code: 'conversations.file_too_large', params };
  }
  const strange = channel === 'vk' && files.find(({ name }) => notTakenByVk.test(name));
  if (strange) return { code: 'conversations.file_not_taken', params: { name: strange.name } };
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (totalBytes <= mostBytesTotal) return null;
  const params = { mostMegabytes: mostBytesTotal / MEGABYTE };
  return { code: 'conversations.files_too_large', params };
}
