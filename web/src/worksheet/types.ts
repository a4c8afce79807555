/** A worksheet as it is kept in files and links: worksheet.schema.json says the same for other programs. */

/** Own text, in Markdown. */
export interface TextBlock {
  kind: 'text';
  text: string;
}

/** A lab at a state. */
export interface LabBlock {
  kind: 'lab';
  id: string;
  /** Kind of lab, as its declaration has it: "xor". */
  lab: string;
  /** Its settings, as a link to the lab has them: "#preset=xor/rich&seed=3". */
  link: string;
  /** The parts shown; all of them where it names none. */
  show?: string[];
  /** The question whose answer opens it. */
  after?: string;
  caption?: string;
}

interface Asked {
  id: string;
  /** The lab that decides it. */
  lab: string;
  /** In Markdown. */
  text: string;
  /** Settings of the lab for this question, where they are not its own; as a link has them. */
  link?: string;
}

export interface ChoiceAnswer {
  /** What the measure is where this answer is right; any number that no other answer has where nothing is measured. */
  value: number;
  text: string;
  /** Said to whoever chose it, once the run has shown what happens. In Markdown. */
  feedback?: string;
}

export interface ChoiceBlock extends Asked {
  kind: 'choice';
  /** What decides it; without one it is not judged. */
  measure?: string;
  answers: ChoiceAnswer[];
}

export interface NumberBlock extends Asked {
  kind: 'number';
  measure: string;
  unit?: string;
  /** A number is right within this share of the measured one. */
  tolerance?: number;
}

export interface DrawBlock extends Asked {
  kind: 'draw';
  /** The curve it is compared with. */
  measure: string;
  /** Upper end of the axis. */
  top?: number;
}

export interface MatrixBlock extends Asked {
  kind: 'matrix';
}

export type Relation = '<' | '<=' | '=' | '>=' | '>';

export interface Need {
  measure: string;
  relation: Relation;
  value: number;
}

/** Done once a finished run meets every condition. */
export interface ExerciseBlock {
  kind: 'exercise';
  id: string;
  lab: string;
  text: string;
  needs: Need[];
}

/** Text that waits for the answer to a question. */
export interface RevealBlock {
  kind: 'reveal';
  for: string;
  text: string;
}

export type QuestionBlock = ChoiceBlock | NumberBlock | DrawBlock | MatrixBlock;
export type Block = TextBlock | LabBlock | QuestionBlock | ExerciseBlock | RevealBlock;

export interface Worksheet {
  kind: 'reprise-worksheet';
  version: 1;
  /** Under which students' answers are kept. */
  id: string;
  title: string;
  /** Of its texts: "en", "pt-BR". */
  language: string;
  blocks: Block[];
}

export const questionKinds = ['choice', 'number', 'draw', 'matrix'] as const;
export const relations: readonly Relation[] = ['<', '<=', '=', '>=', '>'];

export const isQuestion = (block: Block): block is QuestionBlock =>
  (questionKinds as readonly string[]).includes(block.kind);

/** What its answers are kept under, and called in files of answers. */
export const answersName = ({ id }: Pick<Worksheet, 'id'>): string => `worksheet-${id}`;

/** The most that a worksheet may hold. */
export const most = { blocks: 60, answers: 8, needs: 6, text: 20_000, line: 300, link: 6000 } as const;
