import { Component, type ReactNode } from "react";
import { Button } from "#ui/button";

/** Catches what a page throws, most often a chunk that a new version of the site replaced. */
export class PageErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className="py-16">
        <h1 className="text-3xl">This page did not load.</h1>
        <p className="my-4 max-w-prose text-soft">
          The connection may be down, or the site may have changed since you opened it. Loading the
          page again usually helps.
        </p>
        <Button onClick={() => window.location.reload()}>Load the page again</Button>
      </div>
    );
  }
}
