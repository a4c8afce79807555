/** The header's menus are `<details>`; this closes an open one on Escape and when the reader goes elsewhere. */

const openMenu = () => document.querySelector<HTMLDetailsElement>('.site-header .menu[open]');

document.addEventListener('keydown', (event) => {
  const menu = openMenu();
  if (event.key !== 'Escape' || !menu) return;
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector('summary')!.focus();
});

for (const type of ['pointerdown', 'focusin']) {
  document.addEventListener(type, (event) => {
    const menu = openMenu();
    if (menu && !menu.contains(event.target as Node)) menu.open = false;
  });
}
