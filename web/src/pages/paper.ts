import '../gallery/figure.ts';
import { loadAllButton } from '../gallery/load-all.ts';

loadAllButton();

// The altered equations have a lab of their own; it comes when its figure is there.
const altered = document.querySelector('reprise-altered-lab');
if (altered) void import('../labs/altered/altered-lab.ts');
