import { Component, type ReactNode } from 'react';
import { FailedPage, FailedPiece } from './show/failed.tsx';

type Props = {
  children: ReactNode;
  isSmall?: boolean;
  /** A change of it gives what failed another chance, such as the path of the page. */
  resetBy?: string;
};

type State = { hasFailed: boolean; resetBy: string | undefined };

/** Keeps a bug in one page or piece from taking the rest of the screen with it. */
export class Fence extends Component<Props, State> {
  override state: State = { hasFailed: false, resetBy: this.props.resetBy };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ resetBy }: Props, state: State): State | null {
    return resetBy === state.resetBy ? null : { hasFailed: false, resetBy };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const retry = () => this.setState({ hasFailed: false });
    return this.props.isSmall ? <FailedPiece onRetry={retry} /> : <FailedPage onRetry={retry} />;
  }
}
