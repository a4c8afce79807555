/** Words of a reader's own pictures, which only a lab that shows its settings needs. */
const count = (n: number) => n.toLocaleString('en');

export const ownPicturesStrings = {
  title: 'Your own pictures',
  intro:
    'Two IDX files as in MNIST (pictures and labels, gzipped or not), CIFAR-10’s binary files, or picture files of one size, whose class is the name of their folder or the start of their own name, as in cat-01.png. They stay on this machine.',
  choose: 'Choose files',
  folder: 'Choose a folder',
  drop: 'or drop them here',
  back: 'Back to the site’s pictures',
  needTwo: (files: string, n: number) =>
    `${files || 'Nothing'}${n > 3 ? ', …' : ''}: neither pictures nor CIFAR-10’s binary files. Give two IDX files together (pictures and labels), or CIFAR-10’s binary files, or picture files.`,
  noClass: (file: string) =>
    `${file} has no class: put it into a folder named after it, or begin its name with it, as in cat-01.png.`,
  classes: (file: string, n: number, names: string) =>
    n > 10
      ? `${file} belongs to an eleventh class: the pictures have ${n} (${names}${n > 12 ? ', …' : ''}); from 2 to 10 are needed.`
      : `${file}: the pictures have 1 class (${names}); from 2 to 10 are needed.`,
  pictures: (n: number) => `${count(n)} picture files`,
  label: (file: string, picture: number, label: number) =>
    `${file}: picture ${count(picture)} has the label ${label}; allowed: 0 to 9.`,
  oneClass: (file: string, name: string) =>
    name === '' ? `${file}: no pictures; from 2 classes are needed.` : `${file}: all labels are ${name}; from 2 to 10 classes are needed.`,
  scarce: (file: string, name: string) =>
    `${file}: there is 1 picture of class ${name}; at least 2 are needed, one to train on and one held out.`,
  sizes: (one: string, oneSize: string, other: string, otherSize: string) =>
    `All pictures must have the same size: ${one} has ${oneSize} pixels, ${other} has ${otherSize}.`,
  unreadable: (file: string) => `${file} is not a picture that this browser can read.`,
  tooLarge: (file: string, values: number) =>
    `${file}: with pictures of this size there are ${values.toLocaleString('en')} values in all; at most 200,000,000 fit.`,
  tooManyBytes: (file: string) => `${file} is larger than the 200,000,000 bytes that fit.`,
  alike: (file: string) =>
    `${file}: all pictures are the same, so there is nothing to tell apart. (What is transparent counts as black: dark drawings on nothing are lost.)`,
  blank: (n: number, of: number, first: number) =>
    `${count(n)} of ${count(of)} pictures ${n === 1 ? 'is' : 'are'} blank, one value all over (the first is picture ${count(first + 1)}): nothing can be learnt from ${n === 1 ? 'it' : 'them'}. What is transparent counts as black.`,
  twins: (n: number, one: number, other: number, otherwise: number) =>
    `${count(n)} ${n === 1 ? 'picture is' : 'pictures are'} nearly the same as an earlier one (picture ${count(other + 1)} as ${count(one + 1)}, for example)${otherwise > 0 ? `, ${count(otherwise)} of them with another class` : ''}: where one is trained on and the other held out, to recognise it is no sign of learning.`,
  cifar: (file: string, reason: string) => `${file} is not a CIFAR-10 file: ${reason}.`,
};
