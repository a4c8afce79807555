/** Words of the dialog that passes a lab on. */
import type { shareStrings as English } from '../share.ts';
import type { Words } from '../words.ts';

export const shareStrings = {
  title: 'Compartir e incrustar',
  close: 'Cerrar',
  what: (preset: string, byHand: boolean) =>
    `${preset}, con los ajustes actuales.${byHand ? '' : ' El mismo enlace da siempre los mismos números.'}`,
  byHand:
    'Esta ejecución se cambió a mano mientras avanzaba. El enlace da sus ajustes desde el principio, y por tanto otra ejecución.',
  mine: 'Este sitio se ejecuta en tu propio equipo. Ponlo en un servidor web antes de compartir sus direcciones.',
  link: 'Enlace',
  copyLink: 'Copiar el enlace',
  copyCode: 'Copiar el código',
  copied: 'Copiado',
  copiedStatus: 'Copiado al portapapeles.',
  refused: 'El navegador no permitió copiar. El texto está seleccionado: pulsa Ctrl+C o ⌘C.',
  embed: 'Incrustar, citar o seguir en otra parte',
  formatOf: 'Formato',
  code: 'Código para pegar',
  parts: 'Mostrar',
  theme: 'Colores',
  themes: { auto: 'Como el sistema de quien lee', light: 'Claro', dark: 'Oscuro' },
  height: 'Altura inicial (píxeles)',
  formats: {
    iframe: {
      name: 'Marco',
      hint: 'Sirve en sitios de cursos que permiten iframes, incluso aislados. El script, donde se permite, ajusta la altura al contenido.',
    },
    element: {
      name: 'Elemento',
      hint: 'Para páginas que ejecutan scripts: una parte de la página, sin marco. La imagen de dentro se ve donde los scripts están bloqueados.',
    },
    myst: { name: 'MyST', hint: 'Para documentos MyST y Jupyter Book 2.' },
    sphinx: { name: 'Sphinx', hint: 'Para MyST Markdown en Sphinx y Jupyter Book 1.' },
    quarto: { name: 'Quarto', hint: 'El laboratorio en HTML; en PDF y otros formatos, una figura guardada con un enlace.' },
    picture: {
      name: 'Imagen',
      hint: 'Una figura guardada de este laboratorio, con un enlace a él; no muestra exactamente estos ajustes. Sirve en todas partes.',
    },
    bibtex: { name: 'BibTeX', hint: 'Cita este estado del laboratorio y el artículo en que se apoya.' },
    pytorch: {
      name: 'PyTorch',
      hint: 'Un script que entrena la misma red con los mismos datos y dibuja las mismas curvas. Sus números aleatorios son otros: compara varias semillas.',
    },
  },
  noScript: {
    pictures: 'No hay script para laboratorios con imágenes: tendría que llevarse las imágenes.',
    points: 'Hay un script para puntos propios si ninguno está reservado. Pon o cambia un punto y serán tuyos.',
    architecture: 'No hay script para la atención.',
  },
  partNames: {
    distances: 'Distancias',
    loss: 'Pérdida',
    layers: 'Todas las capas',
    fit: 'Teoría ajustada',
    settings: 'Ajustes',
    plane: 'Puntos en el plano',
    matrices: 'Matrices',
    ratio: 'Cociente de tasas',
    regimes: 'Regímenes',
    classes: 'Elección de dígitos',
    curves: 'Curvas',
    pair: 'Dos dígitos y la teoría',
    mistakes: 'Errores',
    cloud: 'Puntos ocultos',
    units: 'Unidades',
    weights: 'La red y sus pesos',
    step: 'Un paso, despacio',
    layer: 'Capa que se mira',
    point: 'Punto elegido',
    index: 'Colapso por capa',
    structure: 'Estructura',
    sweep: 'Barrido de ganancias',
  },
} satisfies Words<typeof English>;
