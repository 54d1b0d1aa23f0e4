import { createWorld, type World } from '../../src/testing/world.ts';

/** A world whose server listens, web app and all: `address` is what a browser opens. */
export async function servedWorld(
  environment: Record<string, string> = {},
): Promise<World & { address: string }> {
  const world = await createWorld(environment);
  const address = await world.app.listen({ host: '127.0.0.1', port: 0 });
  return { ...world, address };
}
