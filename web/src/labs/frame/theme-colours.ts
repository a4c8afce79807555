import type { ReactiveController, ReactiveElement } from 'lit';
import { onThemeChange } from '../../chart/theme.ts';

/** Colours of the theme in force, for what is handed colours and not their names. The lab is drawn anew when the theme changes. */
export class ThemeColours implements ReactiveController {
  private readonly probe = document.createElement('span');
  private stop = () => {};

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
    this.probe.hidden = true;
    this.probe.style.forcedColorAdjust = 'none';
  }

  hostConnected(): void {
    this.host.renderRoot.append(this.probe);
    this.stop = onThemeChange(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop();
  }

  of(token: string): string {
    this.probe.style.color = `var(--${token})`;
    return getComputedStyle(this.probe).color;
  }
}
