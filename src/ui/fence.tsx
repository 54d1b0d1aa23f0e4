import { Component, type ReactNode } from 'react';
import { FailedPage, FailedPiece } from './show/failed.tsx';

type Props = { children: ReactNode; isSmall?: boolean };

/** Keeps a bug in one page or piece from taking the rest of the screen with it. */
export class Fence extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const retry = () => this.setState({ hasFailed: false });
    return this.props.isSmall ? <FailedPiece onRetry={retry} /> : <FailedPage onRetry={retry} />;
  }
}
