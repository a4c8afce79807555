/** Words of the plane lab's picture of a network's weights. */
import type { planeWeightsStrings as English } from '../plane-weights.ts';
import type { Words } from '../words.ts';

export const planeWeightsStrings = {
  heading: 'Das Netz und seine Gewichte',
  description: (units: string, parameters: string, value: string) =>
    `Ein Netz mit ${units} Einheiten von den Eingaben zu den Ausgaben, mit ${parameters} Gewichten und Schwellen. ${value}`,
  none: 'Die Gewichte erscheinen, sobald das Netz betrachtet worden ist.',
  otherKind: 'Gewichte werden von mehrlagigen Perzeptronen gezeichnet, deren Schichten eine auf die andere folgen; dieses Netz ist von anderer Art.',
  note: (most: string) =>
    `Eine Linie ist ein Gewicht, ein Ring um eine Einheit ihre Schwelle: je dicker, desto größer, hier bis ${most}. Unter null gestrichelt und in der einen Farbe, über null durchgezogen und in der anderen.`,
  left: (drawn: string, left: string) => `Gezeichnet sind die ${drawn} stärksten zwischen ihren Schichten; ${left} schwächere nicht, sie lassen sich unten wählen.`,
  kept: (moments: number) => `Aufgehoben sind die ${moments} Augenblicke auf dem Regler „gezeigte Epoche“; von denen dazwischen sind die Gewichte nicht gespeichert.`,
  choose: 'Wähle eine Linie mit dem Zeiger, oder ein Gewicht hier:',
  into: 'in',
  intoLayer: (layer: number) => `verborgene Schicht ${layer}`,
  intoOutputs: 'die Ausgaben',
  unit: 'Einheit',
  from: 'von',
  bias: 'ihre Schwelle',
  unitOf: (unit: number, layer: number) => `Einheit ${unit} der verborgenen Schicht ${layer}`,
  input: (name: string) => `Eingabe ${name}`,
  output: (name: string) => `Ausgabe ${name}`,
  weightOf: (from: string, to: string) => `Gewicht von ${from} zu ${to}`,
  biasOf: (to: string) => `Schwelle von ${to}`,
  value: 'Wert',
  is: (name: string, value: string) => `${name}: ${value}.`,
  changed: (name: string, value: string) => `${name} ist jetzt ${value}; das Netz lernt von da weiter.`,
  notNumber: (text: string) => `Der Wert ist „${text}“; erlaubt: eine Zahl von −1000 bis 1000.`,
  back: (value: string) => `Zurück zu ${value}`,
  past: (epoch: string) => `Gezeigt ist Epoche ${epoch}. Eine Änderung geht in das Netz, wie es jetzt ist.`,
} satisfies Words<typeof English>;
