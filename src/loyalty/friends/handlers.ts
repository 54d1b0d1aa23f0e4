import type { Handlers } from '../../kernel/wiring.ts';
import type { friendsApi } from '../api/friends.ts';
import { askByFriend } from './ask-by-friend.ts';
import { changeSteps } from './change-steps.ts';
import { openInvitation } from './open-invitation.ts';
import { showFriends } from './show-friends.ts';
import { showSteps } from './show-steps.ts';
import { trySteps } from './try-steps.ts';

export const friendHandlers: Handlers<typeof friendsApi> = {
  'GET /api/subscribers/{id}/friends': showFriends,
  'GET /api/loyalty/friend-steps': showSteps,
  'PUT /api/loyalty/friend-steps': changeSteps,
  'POST /api/loyalty/friend-steps/try': trySteps,
  'GET /api/public/friends/{code}': openInvitation,
  'POST /api/public/friends/{code}': askByFriend,
};
