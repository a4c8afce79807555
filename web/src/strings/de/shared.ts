import type { Translation } from '../language.ts';

/** Words that all pages share. */
export const shared = {
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
    range: (title: string, from: string, to: string) => `${title} von ${from} bis ${to}`,
    keys: 'Die Pfeiltasten nach links und rechts bewegen eine Leselinie; Escape entfernt sie.',
  },
  matrix: {
    of: (size: number) => `Matrix aus ${size} mal ${size} Abständen.`,
    cell: (row: string, column: string, value: string) => `${row} zu ${column}: ${value}`,
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
  seed: (seed: number) => `Startwert ${seed}`,
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
} satisfies Translation['shared'];
