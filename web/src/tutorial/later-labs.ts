/** The labs of other kinds than a chapter's first: fetched when the reader sets out, since most stand far below. */
import labs from 'virtual:tutorial-labs';

for (const [tag, load] of Object.entries(labs)) {
  if (!customElements.get(tag) && document.querySelector(tag)) void load();
}
