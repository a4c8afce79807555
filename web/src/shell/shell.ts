/** What every page runs: the theme toggle and the menus in the header, its other languages, and use without a network. */
import './language.ts';
import './menu.ts';
import './offline.ts';
import './theme-toggle.ts';
