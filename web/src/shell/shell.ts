/** What every page runs: the theme toggle in the header. */
import './theme-toggle.ts';
