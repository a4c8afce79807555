/** The stored results that this site was built with, fetched when wanted. */
import { readStored, type StoredResult } from './stored.ts';

const addresses = import.meta.glob('../../results/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
}) as Record<string, string>;

const addressOf = (figure: string): string | undefined =>
  Object.entries(addresses).find(([path]) => path.endsWith(`/${figure}.json`))?.[1];

export async function fetchStored(figure: string): Promise<StoredResult> {
  const address = addressOf(figure);
  if (!address) throw new Error(`There is no stored result named ${figure}.`);
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return readStored(await response.json(), `${figure}.json`);
}
