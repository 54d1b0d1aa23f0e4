import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';

/** A consent of the past, or that none was given, as a base brings it. */
export type ConsentLoad = {
  subscriberId: number;
  channel: 'phone' | 'sms' | 'email' | 'messenger' | 'post' | 'any';
  purpose: 'service' | 'advertising' | 'research' | 'personal_data' | 'third_parties';
  isGranted: boolean;
  source: string;
  recordedAt: Date;
};

const columns = `subscriber_id channel purpose is_granted source recorded_at`.split(' ');

/** Writes consents through COPY; history, no news. */
export async function bulkLoad(ctx: BulkCtx, given: readonly ConsentLoad[]): Promise<void> {
  await copyRows(
    ctx.client,
    'consents',
    columns,
    given.map(({ subscriberId, channel, purpose, isGranted, source, recordedAt }) => [
      subscriberId,
      channel,
      purpose,
      isGranted,
      source,
      recordedAt,
    ]),
  );
}
