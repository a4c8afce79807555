import type { ReactiveController, ReactiveElement } from 'lit';
import type { ColourName } from '../../chart/series.ts';
import { onThemeChange, readTheme } from '../../chart/theme.ts';

/** Colours of the theme in force, for what is handed colours and not their names. The lab is drawn anew when the theme changes. */
export class ThemeColours implements ReactiveController {
  private stop = () => {};

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = onThemeChange(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop();
  }

  of(...names: ColourName[]): string[] {
    const theme = readTheme(this.host);
    return names.map((name) => theme.colour(name));
  }
}
