type Waiting<Asked, Answer> = {
  asked: Asked;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
};

/**
 * Does in rounds what is asked at once: whatever comes while a round goes on makes the next, so a
 * rush costs a few rounds instead of a deed each, and one alone waits for nobody.
 * @param doAll does a round, and answers each in the order given. Where it throws for several, each
 *   of them is done alone, so that one does not spoil the others: it must bear being done again
 * @param limits `most` in a round, and how many rounds go on `abreast`
 */
export function together<Asked, Answer>(
  doAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  limits: { most: number; abreast: number },
): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = [];
  let rounds = 0;

  async function go(): Promise<void> {
    rounds++;
    for (;;) {
      const round = waiting.splice(0, limits.most);
      if (round.length === 0) break;
      await answer(round);
    }
    rounds--;
  }

  async function answer(round: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await doAll(round.map(({ asked }) => asked));
      if (answers.length !== round.length) throw new Error('a round did not answer each');
      for (const [nth, one] of round.entries()) one.resolve(answers[nth] as Answer);
    } catch (error) {
      const [only] = round;
      if (round.length === 1) return only?.reject(error);
      await Promise.all(round.map((one) => answer([one])));
    }
  }

  return (asked) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    waiting.push({ asked, resolve, reject });
    if (rounds < limits.abreast) void go();
    return promise;
  };
}
