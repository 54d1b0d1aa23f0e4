import { MessageSquareText, MessagesSquare, UserRound } from 'lucide-react';
import { caller } from '../../ui/call.ts';
import type { FoundItem, Icon } from '../../ui/web.ts';
import type { api } from '../../kernel/search/api.ts';

const call = caller<typeof api>();

const icons: Record<string, Icon> = { conversation: MessagesSquare, message: MessageSquareText };

/** Whoever and whatever the palette's words may mean, as the server ranks them. */
export async function searchBase(query: string, signal: AbortSignal): Promise<FoundItem[]> {
  const { results } = await call('GET /api/search', { q: query }, { signal });
  return results.map((found) => ({
    id: `${found.kind}-${found.id}`,
    title: found.title,
    detail: found.subtitle,
    path: found.path,
    icon: icons[found.kind] ?? UserRound,
  }));
}
