import type { Handlers } from '../../kernel/wiring.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { addLesson } from './add-lesson.ts';
import { assignLesson } from './assign-lesson.ts';
import { cancelAssignment } from './cancel-assignment.ts';
import { changeLesson } from './change-lesson.ts';
import { listAssignments } from './list-assignments.ts';
import { listLessons } from './list-lessons.ts';
import { listWeakItems } from './list-weak-items.ts';
import { showAssignment } from './show-assignment.ts';
import { showLesson } from './show-lesson.ts';
import { takeTest } from './take-test.ts';

export const lessonHandlers: Handlers<typeof lessonsApi> = {
  'GET /api/quality-lessons': listLessons,
  'POST /api/quality-lessons': addLesson,
  'GET /api/quality-lessons/{id}': showLesson,
  'PUT /api/quality-lessons/{id}': changeLesson,
  'GET /api/quality-weak-items': listWeakItems,
  'GET /api/quality-assignments': listAssignments,
  'POST /api/quality-assignments': assignLesson,
  'POST /api/quality-assignments/{id}/cancel': cancelAssignment,
  'GET /api/quality-assignments/{id}': showAssignment,
  'POST /api/quality-assignments/{id}/attempts': takeTest,
};
