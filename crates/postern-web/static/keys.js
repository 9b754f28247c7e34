// The keys of the admin centre. Everything they do can be done without them; the page at /admin/keys says what each
// does and switches them off.
'use strict';
(() => {
  const { base } = document.documentElement.dataset;
  const places = { o: '', u: '/users', r: '/restricted', l: '/locks', a: '/audit' };
  let isAfterG = false;

  const isTyping = (element) =>
    element.closest('input:not([type=checkbox]):not([type=radio]), textarea, select') !== null;

  // The link or box by which a row is reached.
  const handles = () =>
    [...document.querySelectorAll('main tbody tr')]
      .map((row) => row.querySelector('a') ?? row.querySelector('input, button'))
      .filter((handle) => handle !== null);

  const move = (step) => {
    const all = handles();
    const row = document.activeElement?.closest('tbody tr');
    const here = all.findIndex((handle) => handle.closest('tr') === row);
    const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
    all[next]?.focus();
  };

  const act = {
    '/': () => (document.querySelector('main form[role=search] input') ?? document.querySelector('.find input'))?.focus(),
    j: () => move(1),
    k: () => move(-1),
    x: () => document.activeElement?.closest('tbody tr')?.querySelector('input[type=checkbox]')?.click(),
    '?': () => location.assign(`${base}/keys`),
    Escape: () => document.querySelector('main .up a')?.click(),
    g: () => {
      isAfterG = true;
    },
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isTyping(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (isAfterG) {
      isAfterG = false;
      if (event.key in places) {
        event.preventDefault();
        location.assign(`${base}${places[event.key]}`);
      }
      return;
    }
    if (Object.hasOwn(act, event.key)) {
      event.preventDefault();
      act[event.key]();
    }
  });
})();
