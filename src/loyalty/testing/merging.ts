import { api as subscribersApi } from '../../subscribers/api.ts';
import type { As, World } from '../../testing/world.ts';

/** Merges one record into another, and takes that back, as people do. */
export const mergingOf = (world: World, as: As) => {
  const people = world.via(subscribersApi);
  return {
    merge: async (fromId: number, intoId: number): Promise<number> => {
      const input = { id: intoId, fromId, take: [] };
      const { status, body } = await people('POST /api/subscribers/{id}/merge', input, as);
      if (status !== 200) throw new Error(JSON.stringify(body));
      await world.hear();
      return body.mergeId;
    },
    unmerge: async (mergeId: number): Promise<void> => {
      const input = { mergeId, keep: [], putBack: [], move: [] };
      const undone = await people('POST /api/subscribers/merges/{mergeId}/undo', input, as);
      if (undone.status >= 300) throw new Error(JSON.stringify(undone.body));
      await world.hear();
    },
  };
};
