/** Words of the page on a class. */
export const classStrings = {
  open: 'Open files',
  openFolder: 'Open a folder',
  drop: 'or drop them here, folders too',
  save: 'Save as CSV',
  remove: 'Remove all',
  reading: 'Reading…',
  read: (students: number, answers: number) =>
    `${students} ${students === 1 ? 'student' : 'students'}, ${answers} ${answers === 1 ? 'answer' : 'answers'}.`,
  nothing: 'None of these files holds answers.',
  refusedTitle: (count: number) => `${count} ${count === 1 ? 'file was' : 'files were'} not taken`,
  refused: {
    json: 'it is no JSON',
    format: 'it holds no answers; allowed: a file saved by “Save as a file” at the end of a chapter, a worksheet or the whole course, or a worksheet itself',
    none: 'no answer in it could be read',
    size: (bytes: string, most: string) => `it has ${bytes} bytes; allowed: at most ${most}`,
  },
  missing: (chapter: string) => `The chapter ${chapter} could not be loaded, so its answers are counted and not judged.`,
  table: {
    title: 'Who did what',
    student: 'Student',
    last: 'Last answer',
    /** Of a cell: answered, and right of those that can be judged. */
    cell: (answered: number, right: number, judged: number) => (judged > 0 ? `${answered} (${right} of ${judged} right)` : `${answered}`),
    none: '–',
    of: (questions: number) => `of ${questions}`,
  },
  erred: {
    title: 'Where most erred',
    note: 'Questions whose prediction at least three students made and saw judged, the most often wrong first.',
    none: 'Too few predictions have been judged to say.',
    share: (wrong: number, judged: number) => `${wrong} of ${judged} not right`,
  },
  spread: {
    title: 'How predictions spread',
    tally: (answered: number, right: number, wrong: number) =>
      [`${answered} answered`, ...(right + wrong > 0 ? [`${right} right`, `${wrong} not`] : [])].join(', '),
    /** Of a choice or of numbers from one to another: how many chose it. */
    count: (count: number) => `${count}`,
    between: (from: string, to: string) => `${from} to ${to}`,
    outcome: (values: string) => `Runs gave ${values}.`,
    shown: 'what runs showed',
    drawings: (count: number) => `Drawings of ${count} ${count === 1 ? 'student' : 'students'}`,
    student: (name: string) => `drawn by ${name}`,
    run: 'a run',
    time: 'time (share of the run)',
    matrix: 'Correlation with the measured distances',
    nobody: 'nobody answered',
    left: (count: number) => `${count} more ${count === 1 ? 'answer belongs' : 'answers belong'} to no question of the chapter as it is now.`,
  },
  csv: { student: 'student', chapter: 'chapter', question: 'question', answer: 'answer', outcome: 'outcome', verdict: 'verdict', time: 'time' },
};
