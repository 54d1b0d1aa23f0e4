import { must, ok, type Result } from '../../kernel/result.ts';
import { sendFile } from '../../testing/upload.ts';
import type { As, World } from '../../testing/world.ts';
import { api } from '../api.ts';
import type { z } from 'zod';
import type { ImportView } from '../api.ts';

type View = z.output<typeof ImportView>;

export type Answer = { status: number; body: View & { code?: string; title?: string } };

/** The steps of an import as a program makes them through HTTP. */
export function importSteps(world: World, as: As) {
  const call = world.via(api);
  return {
    /** Sends a file as a browser's form does. */
    upload: (file: string | Buffer, fileName = 'base.csv', query = ''): Promise<Answer> =>
      sendFile(
        world,
        `/api/imports${query}`,
        { name: fileName, type: 'application/octet-stream', content: file },
        as,
      ),
    map: (id: number, input: object) => call('PUT /api/imports/{id}/mapping', { id, ...input }, as),
    async check(id: number): Promise<View> {
      must(asResult(await call('POST /api/imports/{id}/check', { id }, as)));
      await world.runJobs();
      return this.show(id);
    },
    async apply(id: number): Promise<View> {
      must(asResult(await call('POST /api/imports/{id}/apply', { id }, as)));
      await world.runJobs();
      return this.show(id);
    },
    async undo(id: number): Promise<View> {
      must(asResult(await call('POST /api/imports/{id}/undo', { id }, as)));
      await world.runJobs();
      return this.show(id);
    },
    async show(id: number): Promise<View> {
      return must(asResult(await call('GET /api/imports/{id}', { id }, as)));
    },
    /** The whole way of a file: uploaded, checked, applied. */
    async bring(file: string | Buffer, fileName?: string): Promise<View> {
      const { id } = must(asResult(await this.upload(file, fileName)));
      const checked = await this.check(id);
      return checked.state === 'checked' ? this.apply(id) : checked;
    },
  };
}

function asResult<T extends { code?: string | undefined }>(answer: {
  status: number;
  body: T;
}): Result<T> {
  if (answer.status < 300) return ok(answer.body);
  return { ok: false, failure: { code: `${answer.status} ${JSON.stringify(answer.body)}` } };
}
