// What a SCORM 1.2 package says of itself, and its page as it stands in it. Without a file system, for the page that packs
// worksheets does it as well.

/** Any site at all, to join addresses within it. */
const HERE = 'https://here.invalid/';

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The page as it stands in the package: marked, without the site's header and footer, and with links to what is not
 * in the package leading to the site, or, where nobody has said where that is, to nowhere.
 */
export function packedPage(html, page, files, site) {
  const link = (whole, before, href, after, content) => {
    if (/^(#|[a-z]+:)/i.test(href)) return whole;
    const target = new URL(href.split(/[?#]/)[0], new URL(page, HERE)).pathname.slice(1);
    if (files.includes(target)) return whole;
    if (!site) return `<span>${content}</span>`;
    const there = new URL(href.replaceAll('&amp;', '&'), new URL(page, site)).href;
    return `<a${before}href="${escape(there)}" target="_blank" rel="noopener"${after}>${content}</a>`;
  };
  return html
    .replace(/<header class="site-header">[\s\S]*?<\/header>/, '')
    .replace(/<footer class="site-footer">[\s\S]*?<\/footer>/, '')
    .replaceAll(/<a((?:\s[^>]*?)?\s)href="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g, link)
    .replace(/<link rel="manifest"[^>]*>/, '')
    .replace('</head>', '<meta name="reprise-scorm" content="1.2">\n</head>');
}

export function manifest({ identifier, title, page, files }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${identifier}-course">
    <organization identifier="${identifier}-course">
      <title>${escape(title)}</title>
      <item identifier="${identifier}-item" identifierref="${identifier}-chapter" isvisible="true">
        <title>${escape(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${identifier}-chapter" type="webcontent" adlcp:scormtype="sco" href="${escape(page)}">
${files.map((name) => `      <file href="${escape(name)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
