/** A worksheet as a SCORM 1.2 package, made in the page of the site's own files. */
import { zipSync } from 'fflate';
import { manifest, packedPage } from '../../packages/scorm-page.mjs';
import { siteRoot } from '../shell/root.ts';
import { readerPage } from './link.ts';
import { answersName, type Worksheet } from './types.ts';

/** What build/worksheet writes. */
interface ModuleFiles {
  /** By the page that shows worksheets, one for each language. */
  pages: Record<string, string[]>;
  /** What a lab needs besides, by its kind. */
  labs: Record<string, string[]>;
}

/** Zips have dates from 1980 on; the first of them says nothing. */
const noTime = new Date(1980, 0, 2);
const compressed = /\.(woff2|png|bin)$/;

async function fetched(path: string): Promise<Response> {
  const response = await fetch(new URL(path, siteRoot()));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Rejects if a file of the site cannot be had. */
export async function scormModule(worksheet: Worksheet): Promise<Uint8Array<ArrayBuffer>> {
  const { pages, labs } = (await (await fetched('packages/worksheet.json')).json()) as ModuleFiles;
  const page = readerPage().split('/').at(-1)!;
  const kinds = new Set(worksheet.blocks.flatMap((block) => (block.kind === 'lab' ? [block.lab] : [])));
  const files = [...new Set([...pages[page]!, ...[...kinds].flatMap((kind) => labs[kind]!)])];
  const sheet = 'worksheet.json';
  // Links to what is not in the package lead to this site, if it is one that others can reach.
  const root = siteRoot().href;
  const site = /^(https?:\/\/(localhost|127\.)|file:)/.test(root) ? '' : root;
  const html = packedPage(await (await fetched(page)).text(), page, files, site).replace(
    '</head>',
    `<meta name="reprise-worksheet" content="${sheet}">\n</head>`,
  );
  const text = new TextEncoder();
  const identifier = `reprise-${answersName(worksheet)}`;
  const entries: [string, Uint8Array][] = [
    ['imsmanifest.xml', text.encode(manifest({ identifier, title: worksheet.title, page, files: [...files, sheet] }))],
    [page, text.encode(html)],
    [sheet, text.encode(JSON.stringify(worksheet))],
  ];
  const others = files.filter((name) => name !== page);
  const contents = await Promise.all(others.map(async (name) => new Uint8Array(await (await fetched(name)).arrayBuffer())));
  others.forEach((name, k) => entries.push([name, contents[k]!]));
  return zipSync(
    Object.fromEntries(entries.map(([name, bytes]) => [name, [bytes, { mtime: noTime, level: compressed.test(name) ? 0 : 9 }]])),
  ) as Uint8Array<ArrayBuffer>;
}
