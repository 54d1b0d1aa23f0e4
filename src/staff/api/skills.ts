import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';

const Name = z.string().trim().min(1).max(60);

export const skillsApi = defineApi({
  'GET /api/skills': {
    summary: 'What people know how to do, and who knows what',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({
      skills: z.array(
        z.object({
          id: Id,
          name: z.string(),
          isArchived: z.boolean(),
          people: z.array(z.object({ id: Id, name: z.string() })),
        }),
      ),
    }),
  },
  'POST /api/skills': {
    summary: 'Name a skill, and say who has it',
    permission: 'staff.skills',
    input: z.object({ name: Name, staffIds: z.array(Id).max(500).default([]) }),
    output: z.object({ id: Id }),
    errors: ['staff.skill_name_taken', 'staff.too_many_skills'],
    status: 201,
  },
  'PUT /api/skills/{id}': {
    summary: 'Rename a skill, say who has it, archive it or bring it back',
    permission: 'staff.skills',
    input: z.object({
      id: Id,
      name: Name.optional(),
      staffIds: z.array(Id).max(500).optional(),
      isArchived: z.boolean().optional(),
    }),
    output: Nothing,
    errors: ['staff.skill_not_found', 'staff.skill_name_taken'],
  },
});
