/** Words of the plane lab's step of training, number by number. */
import type { planeStepStrings as English } from '../plane-step.ts';
import type { Words } from '../words.ts';

export const planeStepStrings = {
  heading: 'Ein Schritt, langsam',
  intro:
    'Alles, was der nächste Trainingsschritt rechnet, in der Reihenfolge, in der er es tut: vorwärts, Fehler, rückwärts, Änderung. Ein laufender Lauf hält an.',
  show: 'Den nächsten Schritt zeigen',
  loading: 'Es wird gerechnet …',
  tooLarge: (layers: string, parameters: string, mostLayers: number, mostParameters: number) =>
    `Dieses Netz hat ${layers} verborgene ${layers === '1' ? 'Schicht' : 'Schichten'} und ${parameters} Gewichte und Schwellen. Gezeigt wird ein Schritt von höchstens ${mostLayers} verborgenen Schichten und ${mostParameters} Gewichten und Schwellen: Bei mehr liest niemand die Zahlen, und sie passen auf keinen Bildschirm.`,
  otherKind: 'Gezeigt wird ein Schritt von mehrlagigen Perzeptronen ohne Dropout.',
  small: 'Klein machen: 2 Schichten mit 4 Einheiten',
  of: (epoch: string, points: string) => `Der Schritt nach Epoche ${epoch}, mit ${points} Punkten.`,
  stale: 'Das Netz hat sich seither verändert.',
  again: 'Den Schritt zeigen, der jetzt kommt',
  take: 'Diesen Schritt tun',
  point: 'Punkt des Schritts',
  pointName: (number: string, target: string) => `Punkt ${number}, ${target}`,
  diagram: 'Einheiten, Schicht für Schicht',
  hint: 'Eine Einheit unter dem Zeiger, oder mit dem Fokus, zeigt ihre eigene Gleichung; gedrückt, geht der Schritt dorthin. Pfeiltasten gehen vor und zurück.',
  back: 'Zurück',
  next: 'Weiter',
  play: 'Abspielen',
  pause: 'Anhalten',
  station: 'wo der Schritt ist',
  stationOf: (at: number, of: number) => `${at} von ${of}`,
  phases: { inputs: 'Eingaben', forward: 'Vorwärts', loss: 'Fehler', backward: 'Rückwärts', update: 'Änderung' },
  input: (name: string) => `Eingabe ${name}`,
  unit: (unit: number, layer: number) => `Einheit ${unit} der verborgenen Schicht ${layer}`,
  output: (name: string) => `Ausgabe ${name}`,
  layers: { inputs: 'Eingaben', hidden: (layer: number) => `Schicht ${layer}`, outputs: 'Ausgaben' },
  said: {
    inputs: 'Der Punkt geht hinein.',
    hidden: (unit: string, sum: string, activation: string, value: string) =>
      `Vorwärts: ${unit} addiert ihre Schwelle und was hereinkommt, jedes mal seinem Gewicht: z = ${sum}. Ihre Aktivierung, ${activation}, macht daraus a = ${value}.`,
    output: (unit: string, sum: string) => `Vorwärts: ${unit} addiert ihre Schwelle und was hereinkommt, jedes mal seinem Gewicht: ${sum}. Eine Aktivierung hat sie nicht.`,
    loss: (own: string, all: string, points: string) => `Fehler: der dieses Punkts ist ${own}; das Mittel über die ${points} Punkte des Schritts ist ${all}.`,
    backOutput: (unit: string, slope: string) => `Rückwärts: wie der Fehler sich mit dem ändert, was ${unit} gibt: ${slope}.`,
    backHidden: (unit: string, value: string, sum: string) =>
      `Rückwärts: ${unit} sammelt die Steigungen der Einheiten, zu denen sie führt, jede mal ihrem Gewicht: ${value}. Mal der Steigung ihrer Aktivierung ist das ${sum}.`,
    update: (unit: string) => `Änderung: Jedes Gewicht in ${unit}, und die Schwelle, geht seine Steigung hinab, die Summe über alle Punkte des Schritts.`,
  },
  weight: 'Gewicht von',
  bias: 'Schwelle',
  columns: { before: 'vorher', own: 'dieser Punkt', others: 'die anderen', penalty: 'Strafterme', gradient: 'Steigung', after: 'nachher' },
  chosen: 'Ausgefüllt für das Gewicht von',
} satisfies Words<typeof English>;
