import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Series } from '../../chart/series.ts';
import { highlightEvent } from './lab-element.ts';

/** The symbol under the reader's pointer, for an element whose curves of h, y and w light up by it. */
export class LitSymbol implements ReactiveController {
  private symbol: string | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener(highlightEvent, this.take);
  }

  hostDisconnected() {
    document.removeEventListener(highlightEvent, this.take);
  }

  private readonly take = (event: Event) => {
    this.symbol = (event as CustomEvent<string | null>).detail;
    this.host.requestUpdate();
  };

  /** The series as they are, or all faded but those of the symbol. */
  light(series: readonly Series[]): Series[] {
    return lit(series, this.symbol);
  }
}

/** Fades every curve but that of a symbol under the pointer. */
export function lit(series: readonly Series[], symbol: string | null): Series[] {
  if (symbol !== 'h' && symbol !== 'y' && symbol !== 'w') return [...series];
  return series.map((one) =>
    one.colour === symbol ? one : { ...one, colour: 'ink-muted', label: '' },
  );
}
