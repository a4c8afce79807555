/** Own text of a worksheet: Markdown without HTML, pictures or addresses that run or fetch anything. Strangers write it. */
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: true });
markdown.disable('replacements');
// The page's policy lets pictures come from this site alone, so those of others would only be holes.
markdown.disable('image');
markdown.validateLink = (address: string) => /^(https?:\/\/|mailto:)/i.test(address.trim());

// The title of the page is its only heading of the first rank.
for (const rule of ['heading_open', 'heading_close'] as const) {
  markdown.renderer.rules[rule] = (tokens, k, options, _, self) => {
    if (tokens[k]!.tag === 'h1') tokens[k]!.tag = 'h2';
    return self.renderToken(tokens, k, options);
  };
}
markdown.renderer.rules.link_open = (tokens, k, options, _, self) => {
  tokens[k]!.attrSet('target', '_blank');
  tokens[k]!.attrSet('rel', 'noopener noreferrer nofollow ugc');
  return self.renderToken(tokens, k, options);
};
markdown.renderer.rules.table_open = () => '<div class="table"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

/** Into a template nothing is loaded, and nothing runs. */
function fragment(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** Paragraphs, lists, tables, code and links. */
export const textOf = (source: string): DocumentFragment => fragment(markdown.render(source));

/** One line: emphasis, code and links. */
export const lineOf = (source: string): DocumentFragment => fragment(markdown.renderInline(source));
