import type { worksheetStrings as English } from '../worksheet.ts';
import type { Words } from '../words.ts';

export const worksheetStrings = {
  reader: {
    kicker: 'Fiche',
    title: (title: string) => `${title} · Reprise`,
    fromLink: 'Cette fiche a été faite par la personne qui vous a donné le lien. Ce qu’elle dit vient d’elle\u00a0; les laboratoires, et ce qui juge vos prédictions, sont de ce site.',
    fromFile: 'Cette fiche a été faite par la personne qui vous a donné le fichier. Ce qu’elle dit vient d’elle\u00a0; les laboratoires, et ce qui juge vos prédictions, sont de ce site.',
    none: 'Il n’y a pas de fiche dans cette adresse. Ouvrez en entier le lien que vous avez reçu, ou le fichier\u00a0:',
    refused: 'Cette fiche ne peut pas être montrée. Elle a peut-être été coupée en chemin\u00a0; demandez une autre copie, ou le fichier, à la personne qui vous l’a donnée.',
    missing: 'Les laboratoires de cette fiche n’ont pas pu être chargés. Rechargez la page une fois en ligne.',
  },
  link: {
    broken: 'le lien est endommagé\u00a0: la fiche qu’il contient ne peut pas être décompressée',
    cannotUnpack: 'ce navigateur ne peut pas décompresser le lien\u00a0; demandez le fichier de la fiche',
    tooLarge: (most: string) => `la fiche dans le lien dépasse les ${most} octets admis`,
  },
  faults: {
    json: (why: string) => `ce n’est pas du JSON\u00a0: ${why}`,
    noWorksheet: (value: string) => `kind\u00a0: ${value} n’est pas une fiche\u00a0; admis\u00a0: "reprise-worksheet"`,
    field: (field: string, value: string, allowed: string) => `${field}\u00a0: ${value} n’est pas admis\u00a0; admis\u00a0: ${allowed}`,
    missing: (field: string, allowed: string) => `${field} manque\u00a0; il faut\u00a0: ${allowed}`,
    unknown: (field: string, allowed: string) => `${field} n’est pas un champ ici\u00a0; admis\u00a0: ${allowed}`,
    aValue: 'une valeur',
    text: (longest: string, empty: boolean) => (empty ? `un texte d’au plus ${longest} caractères` : `un texte de 1 à ${longest} caractères`),
    pattern: (pattern: string) => `un texte comme ${pattern}`,
    number: 'un nombre',
    above: (least: string) => `un nombre supérieur à ${least}`,
    list: (least: number, longest: number) => `une liste de ${least} à ${longest} éléments`,
    nothing: 'rien, car il n’y en a pas',
    block: 'un bloc\u00a0: un objet avec kind',
    answer: 'une réponse\u00a0: un objet avec value et text',
    need: 'une condition\u00a0: un objet avec measure, relation et value',
    ownValue: 'une valeur que n’a aucune autre réponse',
    ownId: 'un id que n’a aucun autre bloc',
    linkPreset: (lab: string) => `un lien avec preset=… du laboratoire ${lab}`,
    linkFields: (names: string) => `un lien sans ${names}, que le laboratoire ne connaît pas`,
    questionLink: 'des réglages qui changent les nombres et les choix d’un préréglage\u00a0; un autre type de réseau va avec le laboratoire lui-même',
  },
} satisfies Words<typeof English>;
