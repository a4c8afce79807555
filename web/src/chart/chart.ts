import { LitElement, html } from 'lit';
import type { Axis, Series } from './series.ts';

/**
 * <reprise-chart>: curves over a common axis. Set `series`, `xAxis`, `yAxis` and `heading`; assign a new
 * `series` array to update (drawn once a frame, without animation). `group` links the crosshairs of
 * charts that share it; `summary` replaces the text description made from the data.
 */
export class RepriseChart extends LitElement {
  static override properties = {
    heading: {},
    series: { attribute: false },
    xAxis: { attribute: false },
    yAxis: { attribute: false },
    group: {},
    summary: {},
  };
  declare heading: string;
  declare series: readonly Series[];
  declare xAxis: Axis;
  declare yAxis: Axis;
  declare group: string;
  declare summary: string;

  constructor() {
    super();
    this.heading = '';
    this.series = [];
    this.xAxis = { title: '' };
    this.yAxis = { title: '' };
    this.group = '';
    this.summary = '';
  }

  override render() {
    return html`<figure><canvas></canvas></figure>`;
  }
}

customElements.define('reprise-chart', RepriseChart);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-chart': RepriseChart;
  }
}
