/** The labs that have a page, and the element around them. */
import './root.ts';
import 'virtual:reprise-labs';
import './lab.ts';
