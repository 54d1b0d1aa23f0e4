import {
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessagesSquare,
  Phone,
  Send,
  Store,
} from 'lucide-react';
import { createElement } from 'react';
import type { WrittenKind } from '../../channels/api.ts';

const signs: Readonly<Record<WrittenKind | 'call' | 'office', LucideIcon>> = {
  email: Mail,
  telegram: Send,
  vk: MessageCircle,
  chat: MessagesSquare,
  call: Phone,
  office: Store,
};
const signOf = new Map<string, LucideIcon>(Object.entries(signs));

type Props = { channel: string; size: number };

/** How a channel is drawn; the site's form, and what a base has brought, as the web. */
export const ChannelSign = ({ channel, size }: Props) =>
  createElement(signOf.get(channel) ?? Globe, { size });
