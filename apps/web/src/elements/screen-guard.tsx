import { Component, type ReactNode } from 'react';
import { useWords } from '../words/words';

/** A screen that breaks must not take the shell with it: the quick exit and the way to other screens stay. */
export class ScreenGuard extends Component<{ place: string; children: ReactNode }, { broken?: string }> {
  override state: { broken?: string } = {};

  static getDerivedStateFromError(): { broken: string } {
    return { broken: 'now' };
  }

  override componentDidUpdate(before: { place: string }): void {
    if (before.place !== this.props.place && this.state.broken) this.setState({ broken: undefined });
  }

  override render(): ReactNode {
    return this.state.broken ? (
      <Broken again={() => this.setState({ broken: undefined })} />
    ) : (
      this.props.children
    );
  }
}

function Broken({ again }: { again: () => void }) {
  const t = useWords();
  return (
    <section className="panel">
      <div className="empty" role="alert">
        <h1>{t('state.broken')}</h1>
        <span>{t('state.brokenMore')}</span>
        <button type="button" className="btn" onClick={again}>
          {t('act.retry')}
        </button>
      </div>
    </section>
  );
}
