// Marks what the keyboard should reach, in the kit's own world; `postern` is a variable of that world only.
(() => {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
  const inputs = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]';
  const isAsked = (element) => isShown(element) && !element.disabled && element.tabIndex >= 0;
  const wanted = [...document.querySelectorAll(inputs)].filter(isAsked);
  // Of a group of radio buttons the arrows reach the others.
  const groups = new Set();
  const isFirst = (element) => {
    if (element.type !== 'radio' || !element.name) return true;
    const group = [element.form, element.name].map(String).join();
    return !groups.has(group) && groups.add(group);
  };
  const look = (element) => {
    const style = getComputedStyle(element);
    return ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderTopColor', 'backgroundColor', 'textDecorationLine']
      .map((property) => style[property]).join(' ');
  };
  const say = (element) => {
    const tag = element.outerHTML.slice(0, element.outerHTML.indexOf('>') + 1);
    return `${tag.slice(0, 140)}${element.innerText?.trim().slice(0, 40) ?? ''}`;
  };
  // The next Tab begins at the top: taking the focus away would leave it where the last walk ended.
  document.body.setAttribute('tabindex', '-1');
  document.body.focus({ preventScroll: true });
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
  globalThis.postern = { wanted: wanted.filter(isFirst), before: new Map(wanted.map((element) => [element, look(element)])), reached: new Set(), problems: [] };
  postern.step = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return 'outside';
    // A field of date and time has a stop for each of its parts.
    if (element === postern.last) return 'on';
    postern.last = element;
    if (postern.reached.has(element)) return 'again';
    postern.reached.add(element);
    const box = element.getClientRects()[0];
    const isOnScreen = box && box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    if (!isOnScreen) {
      postern.problems.push(`the focus is on something that is not on the screen: ${say(element)}`);
      return 'on';
    }
    if (postern.before.get(element) === look(element)) postern.problems.push(`the focus cannot be seen on ${say(element)}`);
    const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1)];
    const hit = document.elementFromPoint(x, y);
    const isFree = hit && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element);
    if (!isFree) postern.problems.push(`what has the focus is covered: ${say(element)}${hit ? ' by ' + say(hit) : ''}`);
    return 'on';
  };
  // Whatever looks at the page next sees it without the link that skips to the content.
  postern.end = () => document.activeElement?.blur() ?? [
    ...postern.problems,
    ...postern.wanted.filter((element) => !postern.reached.has(element) && isShown(element) && !(element.type === 'radio' && [...postern.reached].some((other) => other.type === 'radio' && other.name === element.name))).map((element) => `the keyboard does not reach ${say(element)}`),
  ];
  return postern.wanted.length;
})()
