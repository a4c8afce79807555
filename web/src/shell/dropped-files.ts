/** Files that were dropped, those inside folders too, and where each file of the reader's lies. */

const paths = new WeakMap<File, string>();

/** The path of a file below the folder that was chosen or dropped, this folder first; empty where it came by itself. */
export const pathOf = (file: File): string => paths.get(file) ?? file.webkitRelativePath ?? '';

/** All entries of a folder: a reader gives some at a time, and none at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesOf(entry: FileSystemEntry, path: string): Promise<File[]> {
  const within = `${path}/${entry.name}`;
  if (entry.isDirectory) {
    const inside: File[] = [];
    for (const each of await entriesIn(entry as FileSystemDirectoryEntry)) inside.push(...(await filesOf(each, within)));
    return inside;
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  paths.set(file, within.slice(1));
  return [file];
}

/**
 * What was dropped, as files with their paths: those of one folder as if it had been chosen, those of several as if they lay
 * in one. What is to be read is asked for at once: after the event it is gone.
 */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? null).filter((entry) => entry !== null);
  const folders = entries.filter(({ isDirectory }) => isDirectory);
  // Files alone are taken as they are; some browsers know no entries.
  if (folders.length === 0) return [...files];
  const above = entries.length > 1 ? '/.' : '';
  const all: File[] = [];
  for (const entry of entries) all.push(...(await filesOf(entry, above)));
  return all;
}
