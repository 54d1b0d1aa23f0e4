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

const signs: Readonly<Record<string, LucideIcon>> = {
  email: Mail,
  telegram: Send,
  vk: MessageCircle,
  chat: MessagesSquare,
  call: Phone,
  office: Store,
};

type Props = { channel: string; size: number };

/** How a channel is drawn; the site's form, and what a base has brought, as the web. */
export const ChannelSign = ({ channel, size }: Props) =>
  createElement(signs[channel] ?? Globe, { size });
