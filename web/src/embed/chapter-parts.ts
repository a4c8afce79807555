/** What a chapter's own scripts are, with every kind of lab that chapters hold. */
import './root.ts';
import '../shell/shell.ts';
import '../tutorial/page.ts';
import 'virtual:reprise-chapter-labs';
