/** Words of the lab that breaks the equations. */
import type { alteredStrings as English } from '../altered.ts';
import type { Words } from '../words.ts';

export const alteredStrings = {
  label: 'Die Gleichungen brechen',
  names: {
    paper: 'die Theorie',
    double_h: 'h′ verdoppelt',
    double_y: 'y′ verdoppelt',
    drop_second_y: 'zweiter Term von y′ gestrichen',
    flip_last_w: 'letzter Term von w′ mit anderem Vorzeichen',
  },
  toggles: {
    double_h: 'h′ verdoppeln',
    double_y: 'y′ verdoppeln',
    drop_second_y: 'seinen zweiten Term streichen',
    flip_last_w: 'das Vorzeichen seines letzten Terms umkehren',
  },
  terms: {
    h_scale: 'der Term von h′',
    y_first: 'der erste Term von y′',
    y_second: 'der zweite Term von y′',
    w_first: 'der erste Term von w′',
    w_last: 'der letzte Term von w′',
  },
  factors: { 1: 'wie er ist', 2: 'verdoppelt', [-1]: 'mit umgekehrtem Vorzeichen', 0: 'gestrichen' },
  term: (term: string, state: string) => `(${term}, ${state})`,
  press: (next: string) => `Drücken, um ihn so zu haben: ${next}`,
  own: 'deine Gleichungen',
  equations: 'Die Gleichungen, die angepasst werden',
  restore: 'Die Theorie, wie sie ist',
  note: 'Drücke auf einen Term, um ihn zu verdoppeln, sein Vorzeichen umzukehren oder ihn zu streichen. X und Y sind die quadrierten Abstände der beiden Eingaben und der beiden Zielwerte. Beide Raten η werden an das, was die Gleichungen dann sagen, neu angepasst.',
  chart: {
    heading: (system: string) => `Zwei Punkte und ${system}`,
    unit: 'quadrierte Abstände',
    time: 'Zeit (Epochen)',
    press: 'Drücke Start, dann ändere einen Term.',
    key: 'durchgezogen: im Netz gemessen, gestrichelt: diese Gleichungen, angepasst',
  },
  table: {
    title: 'Abweichung jedes Systems',
    system: 'Gleichungen',
    misfit: 'Fehlerquadratsumme',
    times: 'mal die der Theorie',
    r2: (quantity: string) => `R² von ${quantity}`,
    caption:
      'Fehlerquadratsumme: über h, y und w und alle Aufzeichnungen. R² ist 1, wo eine Kurve genau getroffen wird.',
    waiting: 'Sobald das Netz trainiert hat, werden die Gleichungen hier daran angepasst.',
  },
  waiting: 'Das Netz wird vorbereitet …',
  ready: (width: number, layers: number) =>
    `Bereit: ${layers} verborgene Schichten mit je ${width} Einheiten. Lass es laufen, dann werden die Gleichungen an das angepasst, was es tut.`,
  progress: (epoch: number, epochs: number) => `Epoche ${epoch} von ${epochs}.`,
  misfit: (system: string, misfit: string) => `Angepasst, ${system}: Fehlerquadratsumme ${misfit}.`,
  times: (times: string) => `Das ist das ${times}-Fache der Theorie.`,
  worst: (quantity: string, r2: string) => `Am schlechtesten angepasst ist ${quantity}, mit R² ${r2}.`,
  noFit: 'Für diese Gleichungen ließen sich keine Raten finden.',
  drawn: (curve: string) => `${curve}, deine Zeichnung`,
} satisfies Words<typeof English>;
