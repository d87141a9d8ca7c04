import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import { endLive } from '../live/live.ts';
import { showProblem } from '../parts/UndoSend.tsx';

/** Ends the session, forgets what was read, and goes to where one signs in. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await ask('delete', '/v1/session');
      endLive();
      queries.clear();
      await navigate({ to: '/login' });
    } catch (error) {
      showProblem(error);
    }
  };
}
