import { type Heard, useWrite } from '../client.ts';

/** Where something is noted: at a message, or at a second of a part of a call. */
export type Place = { messageId: number } | { callId: number; recordingId: number; second: number };

const paths = ['/api/quality-reviews/{id}'];

/** Notes of a review, for whoever is making it. */
export const useNoting = ({ id, isMine, finishedAt }: Heard) => {
  const write = useWrite('POST /api/quality-reviews/{id}/notes', paths);
  const erase = useWrite('DELETE /api/quality-reviews/{id}/notes/{noteId}', paths);
  return {
    isNoting: isMine && finishedAt === null,
    add: (place: Place, words: string) => write.mutateAsync({ id, words, ...place }),
    remove: (noteId: number) => erase.mutateAsync({ id, noteId }),
  };
};
