// What a page of ours must hold and axe does not ask. Gives a list of sentences; empty when all is well.
(() => {
  const problems = [];
  const say = (element) => {
    const tag = element.outerHTML.slice(0, element.outerHTML.indexOf('>') + 1);
    return tag.length > 140 ? tag.slice(0, 140) + '…' : tag;
  };
  const all = [...document.querySelectorAll('*')];
  const root = document.documentElement;

  // No sideways scroll of the page: a wide table may scroll in a box of its own.
  if (root.scrollWidth > root.clientWidth) {
    const right = (element) => element.getBoundingClientRect().right + scrollX;
    const widest = all.filter((element) => right(element) > root.clientWidth + 0.5).sort((a, b) => right(b) - right(a))[0];
    problems.push(`sideways scroll: ${root.scrollWidth} px of page in ${root.clientWidth} px; furthest right: ${widest ? say(widest) : 'nothing that can be named'}`);
  }

  const seen = new Set();
  for (const { id } of document.querySelectorAll('[id]')) {
    if (seen.has(id)) problems.push(`two things have the id "${id}"`);
    seen.add(id);
  }

  for (const element of all) {
    if (element.hasAttribute('style')) problems.push(`inline style: ${say(element)}`);
    for (const { name } of element.attributes) {
      if (/^on/i.test(name) || /^hx-on/i.test(name)) problems.push(`inline script in ${name}: ${say(element)}`);
    }
    if (element.tagName === 'STYLE') problems.push('inline style sheet');
    if (element.tagName === 'SCRIPT' && !element.src) problems.push('inline script');
    const target = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
    if (/^\s*javascript:/i.test(target)) problems.push(`script as an address: ${say(element)}`);
  }

  // Text that is cut: Greek and Latvian words are long. `.vh` is for ears only.
  for (const element of all) {
    const style = getComputedStyle(element);
    const isCut = /^(hidden|clip)$/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (isCut && element.clientWidth > 1 && element.innerText?.trim()) problems.push(`text is cut: ${say(element)}`);
  }
  return problems;
})()
