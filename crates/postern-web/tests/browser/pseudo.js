// What does not fit, and what is written where no translator finds it, on the page that is shown, in the pseudo-locale.
(() => {
  const problems = new Set();
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const named = (element) =>
    `<${element.localName}${element.id ? ` id=${element.id}` : ""}${element.className && element.localName !== "svg" ? ` class="${element.className}"` : ""}>`;
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) problems.add(`the page scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth} px`);
  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element) || element.closest("svg, .vh")) continue;
    const style = getComputedStyle(element);
    // What is hidden on purpose is a pixel, and what scrolls can be read.
    if (element.clientWidth <= 1 || element.clientHeight <= 1) continue;
    const cut = (overflow) => overflow === "hidden" || overflow === "clip";
    if (cut(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
      problems.add(`cut off at the side: ${named(element)} ${element.textContent.trim().slice(0, 80)}`);
    }
    if (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
      problems.add(`cut off below: ${named(element)} ${element.textContent.trim().slice(0, 80)}`);
    }
  }
  // Data: what people and programs typed, addresses, times, and names that are the same in every language.
  const data = [
    /\S+@\S+/g,
    /https?:\S+/g,
    /\b\d{1,2}\u00a0(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b(\u00a0?\s?\d{4})?( at \d\d:\d\d)?/g,
    /\b(Postern|Ingrid|Rob|Anna|root|Sales|Marknadsföring|UTC|IP|API|IMAP|POP3|ManageSieve)\b/g,
    // What the visit wrote down as reasons and names, what a browser calls itself, and what a mail server said.
    /the fair in Ljubljana|asked for it|the office in Rīga|guesses all night|somebody else is in there|sends spam|spam at night|a new device|the first admin|· in$/g,
    /^sales$|^connection refused$|^Mozilla\/.*|^Work phone$|^Robs bärbara dator$|^· a new device$/g,
    /English|svenska|latviešu|slovenščina|norsk bokmål|Ελληνικά/gi,
    /\b\d+(\.\d+)?\u00a0?(ms|s|min|h|d|MB|kB)\b/g,
  ];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (element.closest("script, style, template, noscript, code, pre, kbd, q, blockquote, time, textarea, samp") || !shown(element)) continue;
    let text = node.data.trim();
    for (let before = ""; before !== text; ) {
      before = text;
      text = text.replace(/⟦[^⟦⟧]*⟧/gu, " ");
    }
    for (const known of data) text = text.replace(known, " ");
    if (/\p{L}{2,}/u.test(text)) problems.add(`not from a translation: ${named(element)} ${text.trim().replace(/\s+/g, " ").slice(0, 120)}`);
  }
  return [...problems];
})();
