import { Component } from 'preact';
import type { ComponentChildren } from 'preact';

interface Props {
  /** What is shown: when it changes, it is tried again. */
  readonly shown: unknown;
  readonly fallback: ComponentChildren;
  readonly children: ComponentChildren;
}

interface State {
  /** What could not be rendered. */
  readonly failed: unknown;
}

/** Shows the fallback instead of a page that could not be rendered. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null };

  override componentDidCatch(): void {
    this.setState({ failed: this.props.shown });
  }

  override render() {
    const { shown, fallback, children } = this.props;
    return this.state.failed === shown ? fallback : children;
  }
}
