/** How the site fetches its data. Embedded labs have another way besides (src/embed/fetch.ts). */
export { fetchStored as fetchBytes } from './fetch-stored.ts';
