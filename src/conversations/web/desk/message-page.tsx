import { Navigate, useParams } from 'react-router';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useRead } from '../api.ts';

/** A message that was found: it is shown in its conversation. */
export const Component = () => {
  const { id } = useParams();
  const { data, error, refetch } = useRead('GET /api/messages/{id}', { id: Number(id) });
  if (error) return <ErrorState failure={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return <Navigate replace to={`/conversations/${data.conversationId}?queue=all#m${id}`} />;
};
