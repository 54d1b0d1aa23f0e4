/**
 * Which answer about a card counts, where several are on their way: that to the latest question,
 * and none while the card is being moved here, for it may tell of the time before.
 */
export const cardTurns = () => {
  const turns = new Map<number, number>();
  const moves = new Map<number, number>();
  let last = 0;
  const turn = (ids: readonly number[]): number => {
    last += 1;
    for (const id of ids) turns.set(id, last);
    return last;
  };
  return {
    isMoving: (id: number): boolean => moves.has(id),
    /** @returns whether an answer to what is asked now is still the latest about a card */
    ask: (ids: readonly number[]): ((id: number) => boolean) => {
      const asked = turn(ids);
      return (id) => turns.get(id) === asked;
    },
    begin: (id: number): void => {
      turn([id]);
      moves.set(id, (moves.get(id) ?? 0) + 1);
    },
    end: (id: number): void => {
      const left = (moves.get(id) ?? 1) - 1;
      if (left === 0) moves.delete(id);
      else moves.set(id, left);
    },
  };
};
