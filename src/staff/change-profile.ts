import { type Ctx, type Language, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { forgetActors } from './known-actors.ts';
import { renameSignIn } from './passwords.ts';
import { staffByExtension } from './staff-by-extension.ts';

type Change = {
  name?: string | undefined;
  language?: Language | null | undefined;
  dialWith?: 'tel' | 'sip' | undefined;
  sipDomain?: string | null | undefined;
  extension?: string | null | undefined;
};

/** What a person may change about themselves without asking anybody. */
export async function changeProfile(ctx: Ctx, input: Change): Promise<Result<Done>> {
  const person = await ctx.db
    .selectFrom('staff')
    .select(['id', 'authUserId', 'name', 'email', 'language', 'dialWith', 'sipDomain', 'extension'])
    .where('id', '=', staffIdOf(ctx.actor))
    .forUpdate()
    .executeTakeFirst();
  if (!person) return fail('staff.not_found');
  const name = input.name ?? person.name;
  const language = input.language === undefined ? person.language : input.language;
  const dialWith = input.dialWith ?? person.dialWith;
  const sipDomain = input.sipDomain === undefined ? person.sipDomain : input.sipDomain;
  if (dialWith === 'sip' && !sipDomain) {
    return fail('staff.sip_domain_needed', {}, { sipDomain: 'staff.sip_domain_needed' });
  }
  const extension = input.extension === undefined ? person.extension : input.extension;
  if (extension !== null && extension !== person.extension) {
    const holder = await staffByExtension(ctx, extension);
    if (holder !== null) {
      return fail('staff.extension_taken', {}, { extension: 'staff.extension_taken' });
    }
  }
  await ctx.db
    .updateTable('staff')
    .set({ name, language, dialWith, sipDomain, extension })
    .where('id', '=', person.id)
    .execute();
  if (name !== person.name && person.authUserId !== null) {
    await renameSignIn(ctx, person.authUserId, { name, email: person.email });
  }
  await emit(ctx, {
    type: 'staff.profile_changed',
    subject: { kind: 'staff', id: person.id },
    facts: { language, dialWith, ...(extension !== person.extension && { extension }) },
    personal: name === person.name ? undefined : { name: { from: person.name, to: name } },
  });
  forgetActors(ctx);
  return ok({});
}
