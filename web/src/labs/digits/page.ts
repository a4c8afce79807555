/** The digits page. */
import './digits-lab.ts';
