/** What every page runs: the theme toggle and the menus in the header. */
import './menu.ts';
import './theme-toggle.ts';
