import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { ConditionShape } from '../../kernel/conditions/condition-shape.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { coverageList } from './list.ts';
import {
  Coverage,
  CoverageBody,
  Offer,
  Stop,
  stopLevels,
  Technology,
  Terms,
  TermsBody,
} from './shapes.ts';

const permission = 'network.coverage';
const one = z.object({ id: Id });
const noBuilding = 'network.no_such_building';
const unknown = ['network.no_such_node', 'network.no_such_terms'];
const asked = ['kernel.unknown_field', 'kernel.bad_condition', 'kernel.hidden_now'];

/** What is not given stays as it is. */
const Changes = CoverageBody.omit({ portsTotal: true, portsFree: true })
  .partial()
  .refine((fields) => Object.values(fields).some((value) => value !== undefined));

export const coverageApi = defineApi({
  ...listRoutes(coverageList),
  'POST /api/coverages/changes': {
    summary: 'Change the coverage of many buildings at once: node, terms, speed, planned day',
    permission,
    input: z.object({
      target: z.union([
        z.object({ ids: z.array(Id).min(1).max(10_000) }),
        z.object({ filter: ConditionShape }),
      ]),
      fields: Changes,
    }),
    output: z.object({ changed: z.int() }),
    errors: [...unknown, ...asked],
  },
  'GET /api/buildings/{id}': {
    summary:
      'A building: coverage, stops of sales, competitors’ offers, former names of its street',
    permission: 'network.check',
    input: one,
    output: z.object({
      id: Id,
      streetId: Id,
      text: z.string(),
      district: z.string(),
      isPrivateSector: z.boolean(),
      formerNames: z.array(
        z.object({
          id: Id,
          name: z.string(),
          fromOn: DateOnly.nullable(),
          untilOn: DateOnly.nullable(),
        }),
      ),
      coverage: z.array(Coverage),
      /** Those in force and those of before, the newest first. */
      stops: z.array(Stop),
      offers: z.array(Offer),
      /** How many asked for a line here in a year and could not have one. */
      wishes: z.int(),
    }),
    errors: [noBuilding],
  },
  'PUT /api/buildings/{id}/coverage/{technology}': {
    summary: 'Say what is had by a technology at a building',
    permission,
    /** The version that was changed; null for a technology that the building did not have. */
    input: CoverageBody.extend({ id: Id, technology: Technology, version: z.int().nullable() }),
    output: Nothing,
    errors: [noBuilding, ...unknown, 'network.changed_meanwhile'],
  },
  'DELETE /api/buildings/{id}/coverage/{technology}': {
    summary: 'Take a technology from a building',
    permission,
    input: z.object({ id: Id, technology: Technology }),
    output: Nothing,
    errors: ['network.no_such_coverage'],
  },
  'POST /api/streets/{id}/former-names': {
    summary: 'Keep what a street was called before, so that it is found by that too',
    permission,
    input: z.object({
      id: Id,
      name: Line,
      fromOn: DateOnly.nullable().default(null),
      untilOn: DateOnly.nullable().default(null),
    }),
    output: one,
    errors: ['subscribers.no_such_street', 'subscribers.street_name_taken'],
    status: 201,
  },
  'DELETE /api/streets/{id}/former-names/{nameId}': {
    summary: 'Forget a former name that was wrong',
    permission,
    input: z.object({ id: Id, nameId: Id }),
    output: Nothing,
    errors: ['subscribers.no_such_street'],
  },
  'GET /api/nodes': {
    summary: 'Nodes with the buildings they serve, and whether sales are stopped there',
    permission: 'network.check',
    input: Nothing,
    output: z.object({
      nodes: z.array(
        z.object({ id: Id, name: z.string(), buildings: z.int(), stop: Stop.nullable() }),
      ),
    }),
  },
  'POST /api/nodes': {
    summary: 'Add a node',
    permission,
    input: z.object({ name: Line }),
    output: one,
    errors: ['network.name_taken'],
    status: 201,
  },
  'GET /api/connection-terms': {
    summary: 'What connecting costs, by terms',
    permission: 'network.check',
    input: Nothing,
    output: z.object({ terms: z.array(Terms) }),
  },
  'POST /api/connection-terms': {
    summary: 'Add terms of connection',
    permission,
    input: TermsBody,
    output: one,
    errors: ['network.name_taken'],
    status: 201,
  },
  'PUT /api/connection-terms/{id}': {
    summary: 'Change terms of connection, or use them no longer',
    permission,
    input: TermsBody.extend({ id: Id, version: z.int(), isArchived: z.boolean() }),
    output: Nothing,
    errors: ['network.name_taken', 'network.no_such_terms', 'network.changed_meanwhile'],
  },
  'POST /api/stop-sales': {
    summary: 'Stop sales at a building or a node, or warn of them, until a day or until lifted',
    permission,
    input: z
      .object({
        buildingId: Id.nullable().default(null),
        nodeId: Id.nullable().default(null),
        level: z.enum(stopLevels),
        reason: Line,
        untilOn: DateOnly.nullable().default(null),
      })
      .refine(({ buildingId, nodeId }) => (buildingId === null) !== (nodeId === null)),
    output: one,
    errors: [noBuilding, 'network.no_such_node', 'network.past_day'],
    status: 201,
  },
  'POST /api/stop-sales/{id}/lift': {
    summary: 'Sell again where sales were stopped',
    permission,
    input: one,
    output: Nothing,
    errors: ['network.no_such_stop'],
  },
});
