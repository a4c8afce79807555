// Static oEmbed: each lab's page names a file that says how to embed it, for WordPress and others that look for one.
// oEmbed knows absolute addresses only, so it takes the site's own.

/** The labs' pages: what they show, as a frame's fragment, and the height kept free for it. */
export const OEMBED = [
  { page: 'two-points.html', name: 'two-points', title: 'Two points', hash: '#preset=two-points/default', height: 1400 },
  { page: 'tutorials/xor.html', name: 'xor', title: 'XOR', hash: '#preset=xor/rich', height: 1500 },
  { page: 'digits.html', name: 'digits', title: 'Digits', hash: '#preset=digits/three-classes', height: 2100 },
  {
    page: 'feature-collapse.html',
    name: 'feature-collapse',
    title: 'Feature collapse',
    hash: '#preset=feature-collapse/rich',
    height: 1500,
  },
  { page: 'plane.html', name: 'plane', title: 'Your own points', hash: '#preset=plane/xor-clouds', height: 2300 },
  { page: 'two-networks.html', name: 'networks', title: 'Two networks', hash: '#preset=networks/rich', height: 2600 },
];

const WIDTH = 960;

const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The answer of oEmbed for a lab. site: absolute, with its slash. */
export function answer({ title, hash, height }, site) {
  const address = new URL(`embed.html${hash}`, site).href;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Reprise',
    provider_url: site,
    title: `Reprise: ${title}`,
    width: WIDTH,
    height,
    html: `<iframe src="${attribute(address)}" title="Reprise: ${title}" width="${WIDTH}" height="${height}" style="border: 0; max-width: 100%" loading="lazy"></iframe>`,
  };
}

/** A page's HTML with the link by which readers of oEmbed find the answer. */
export function withDiscovery(html, { name, title }, site) {
  const link = `<link rel="alternate" type="application/json+oembed" href="${new URL(`embed/oembed/${name}.json`, site).href}" title="Reprise: ${title}">`;
  return html.replace('</head>', `  ${link}\n</head>`);
}
