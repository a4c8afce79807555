/** What every page runs: the theme toggle and the menus in the header, and use without a network. */
import './menu.ts';
import './offline.ts';
import './theme-toggle.ts';
