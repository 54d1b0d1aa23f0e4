import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Paging } from '../../kernel/api/shapes.ts';
import { answers, conditions, scales } from '../kinds.ts';
import { Group } from './cards.ts';
import { Contact } from './sampling.ts';
import { Name, Named, Note } from './shapes.ts';

const Answered = z.object({ item: z.string(), answer: z.enum(answers), words: z.string() });

/** How far they agree: 1 is always, 0 as by chance; nothing where it cannot be told. */
const Coefficient = z.number().nullable();

const Head = z.object({
  id: Id,
  name: z.string(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  ledBy: Named,
});

const Agreement = z.object({
  /** Of all yes and no together: Cohen's, where two have judged, and Krippendorff's. */
  kappa: Coefficient,
  alpha: Coefficient,
  /** Of the scores that the contacts came to, as intervals. */
  scoreAlpha: Coefficient,
  items: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      scale: z.enum(scales),
      /** Contacts that two or more have answered. */
      contacts: z.int(),
      /** Pairs of answers, and how many of them are not the same. */
      pairs: z.int(),
      differing: z.int(),
      alpha: Coefficient,
    }),
  ),
  said: z.array(Answered.extend({ contactId: Id, staffId: Id })),
  scores: z.array(z.object({ contactId: Id, staffId: Id, score: z.int().nullable() })),
  targets: z.array(Answered.extend({ contactId: Id, setBy: z.string() })),
});

const hidden = 'quality.no_such_calibration';

export const calibrationsApi = defineApi({
  'GET /api/quality-calibrations': {
    summary: 'Calibrations that one takes part in, or all of them for whoever leads',
    permission: 'quality.review',
    input: Paging,
    output: z.object({
      calibrations: z.array(
        Head.extend({
          card: z.string(),
          contacts: z.int(),
          people: z.int(),
          done: z.int(),
          /** The viewer takes part and has not finished. */
          isWaiting: z.boolean(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'GET /api/quality-calibrations/contacts': {
    summary: 'Contacts of the kind of a card that nobody has judged, to be judged together',
    permission: 'quality.manage',
    input: z.object({ cardId: Id }),
    output: z.object({ contacts: z.array(Contact) }),
  },
  'POST /api/quality-calibrations': {
    summary: 'Have several judge the same contacts by the same card, blind to each other',
    permission: 'quality.manage',
    input: z.object({
      name: Name,
      cardId: Id,
      conversationIds: z.array(Id).min(1).max(20),
      staffIds: z.array(Id).min(2).max(12),
    }),
    output: z.object({ id: Id }),
    errors: [
      'quality.no_such_card',
      'quality.no_such_contact',
      'quality.no_such_reviewer',
      'quality.own_contact',
      'quality.judged_already',
    ],
    status: 201,
  },
  'GET /api/quality-calibrations/{id}': {
    summary:
      'One calibration: what is to be judged, one’s own answers, and once closed everybody’s',
    permission: 'quality.review',
    input: z.object({ id: Id }),
    output: Head.extend({
      card: z.object({ id: Id, name: z.string(), version: z.int(), groups: z.array(Group) }),
      people: z.array(Named.extend({ isDone: z.boolean() })),
      contacts: z.array(
        z.object({
          id: Id,
          conversationId: Id,
          number: z.int(),
          applies: z.array(z.enum(conditions)),
          mine: z.array(Answered),
        }),
      ),
      /** The viewer judges in it. */
      isMine: z.boolean(),
      isDone: z.boolean(),
      agreement: Agreement.nullable(),
    }),
    errors: [hidden],
  },
  'PUT /api/quality-calibration-contacts/{id}/answers/{item}': {
    summary:
      'Answer an item of a contact of a calibration, seen by oneself alone until it is closed',
    permission: 'quality.review',
    input: z.object({
      id: Id,
      item: z.string().max(40),
      answer: z.enum(answers),
      words: Note.default(''),
    }),
    output: z.object({ id: Id }),
    errors: [
      hidden,
      'quality.calibration_closed',
      'quality.part_done',
      'quality.no_such_item',
      'quality.wrong_answer',
    ],
  },
  'PUT /api/quality-calibrations/{id}/part': {
    summary: 'Say that one has judged all, or that one has not after all',
    permission: 'quality.review',
    input: z.object({ id: Id, isDone: z.boolean() }),
    output: z.object({ id: Id }),
    errors: [hidden, 'quality.calibration_closed', 'quality.unanswered'],
  },
  'POST /api/quality-calibrations/{id}/close': {
    summary: 'Close a calibration: from then on everybody in it sees who said what',
    permission: 'quality.manage',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: [hidden, 'quality.calibration_closed', 'quality.too_few_done'],
  },
  'DELETE /api/quality-calibrations/{id}': {
    summary: 'Give up a calibration that is not closed, with what was answered in it',
    permission: 'quality.manage',
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
    errors: [hidden, 'quality.calibration_closed'],
  },
  'PUT /api/quality-calibration-contacts/{id}/targets/{item}': {
    summary: 'Keep what was agreed on as the right answer; an empty one takes it back',
    permission: 'quality.manage',
    input: z.object({
      id: Id,
      item: z.string().max(40),
      answer: z.enum(answers).nullable(),
      words: Note.default(''),
    }),
    output: z.object({ id: Id }),
    errors: [hidden, 'quality.calibration_open', 'quality.no_such_item', 'quality.wrong_answer'],
  },
});
