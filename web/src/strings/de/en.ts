import { sayProblem } from '../../shell/allowed.ts';
import type { Problem } from '../../engine/protocol.ts';
import type { strings as English } from '../en.ts';
import type { Words } from '../words.ts';
import { coreWords } from './core-words.ts';

/** Words that all pages share. */
export const strings = {
  chart: {
    menu: 'Optionen der Abbildung',
    showTable: 'Zahlen zeigen',
    hideTable: 'Zahlen verbergen',
    csv: 'Als CSV speichern',
    png: 'Als PNG speichern',
    svg: 'Als SVG speichern',
    key: 'durchgezogen: gemessen, gestrichelt: Theorie',
    nothing: 'Noch ist nichts gezeichnet.',
    fromTo: (name: string, first: string, last: string) => `${name}, von ${first} bis ${last}`,
    single: (name: string, value: string, at: string) => `${name}, ${value} bei ${at}`,
    between: (name: string, least: string, greatest: string) => `${name}, zwischen ${least} und ${greatest}`,
    upright: (name: string, at: string) => `${name}, bei ${at}`,
    lowest: (value: string, at: string) => `am tiefsten ${value} bei ${at}`,
    highest: (value: string, at: string) => `am höchsten ${value} bei ${at}`,
    range: (title: string, from: string, to: string) => `${title} von ${from} bis ${to}`,
    below: (least: string) => `Werte unter ${least} sind nicht gezeichnet`,
    line: (heading: string) => `Leselinie: ${heading}`,
    noLine: 'nicht gesetzt',
    keys: 'Die Pfeiltasten nach links und rechts bewegen eine Leselinie; Escape entfernt sie.',
  },
  matrix: {
    of: (size: number) => `Matrix aus ${size} mal ${size} Abständen.`,
    cell: (row: string, column: string, value: string) => `${row} zu ${column}: ${value}`,
    cells: (heading: string) => `Zelle: ${heading}`,
    noCell: 'keine gewählt',
    keys: 'Die Pfeiltasten führen von Zelle zu Zelle; Escape verlässt sie.',
    scale: 'Maßstab',
  },
  run: {
    label: 'Lauf',
    run: 'Start',
    resume: 'Weiter',
    pause: 'Pause',
    again: 'Noch einmal',
    step: 'Schritt',
    stepTitle: (epochs: number) => (epochs === 1 ? 'Eine Epoche weiter' : `${epochs} Epochen weiter`),
    reset: 'Zurücksetzen',
    resetTitle: 'Zurück zu denselben Anfangsgewichten',
    newSeed: 'Neuer Startwert',
    speed: 'Tempo',
    fullSpeed: 'Voll',
    perSecond: (epochs: number) => `${epochs} Epochen/s`,
    progress: 'Fortschritt des Laufs',
    epochOf: (epoch: number, epochs: number) => `Epoche ${epoch} von ${epochs}`,
    rate: (rate: string) => `${rate} Epochen/s`,
    left: (time: string) => `noch etwa ${time}`,
    states: { idle: 'bereit', paused: 'angehalten', finished: 'fertig', diverged: 'divergiert' },
  },
  unknownInLink: (names: string, preset: string) =>
    `Dieser Link nennt etwas, das es hier nicht gibt; es blieb weg: ${names}. Geöffnet ist „${preset}“ mit dem, was der Link sonst sagt.`,
  seed: (seed: number) => `Startwert ${seed}`,
  refused: (problem: Problem) =>
    sayProblem(coreWords, problem, (field, value, allowed) => `${field} ist ${value}; erlaubt: ${allowed}`),
  locked: {
    why: 'Gib oben deine Vorhersage ab, dann öffnet sich dieses Labor.',
    open: 'Ohne Vorhersage öffnen',
  },
  failure: {
    load: 'Der Rechenkern konnte nicht gestartet werden.',
    other: 'Im Rechenkern ging etwas schief. Deine Einstellungen bleiben erhalten.',
    again: 'Noch einmal versuchen',
    trap: 'Der Rechenkern ist unerwartet stehen geblieben. Deine Einstellungen bleiben erhalten.',
    restart: 'Neu beginnen',
  },
  update: {
    ready:
      'Eine neue Fassung dieser Seiten liegt bereit. Alle offenen Seiten laden neu; Einstellungen stehen in der Adresse, ein Lauf beginnt von vorn.',
    now: 'Jetzt erneuern',
    later: 'Später',
  },
  theme: {
    label: 'Farben',
    auto: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
  },
} satisfies Words<typeof English>;
