// Whether pressing this will lead to another page, as far as the element says; a script may still prevent it, and that
// is noted for the moment afterwards. `posternHere` marks the document in the kit's own world, and goes with it.
function (key) {
  globalThis.posternHere = 'here';
  for (const kind of ['click', 'submit']) {
    addEventListener(kind, (event) => { if (event.defaultPrevented) globalThis.posternHere = 'prevented'; }, { once: true });
  }
  const sends = (button) => {
    const form = button.form;
    if (!form || (button.formMethod || form.method) === 'dialog') return false;
    return form.noValidate || button.formNoValidate || form.checkValidity();
  };
  const link = this.closest('a[href]');
  if (link) {
    const isElsewhere = link.target && link.target !== '_self';
    const isOnThisPage = link.getAttribute('href').includes('#') && link.href.split('#')[0] === location.href.split('#')[0];
    return key !== ' ' && !isElsewhere && !isOnThisPage && !link.hasAttribute('download');
  }
  const button = this.closest('button, input[type=submit], input[type=image]');
  if (button) return ['submit', 'image'].includes(button.type) && !button.disabled && sends(button);
  const isText = this.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'reset', 'file', 'color', 'range'].includes(this.type);
  if (key !== '\uE007' || !isText || !this.form) return false;
  const first = [...this.form.elements].find((other) => ['submit', 'image'].includes(other.type));
  return first ? !first.disabled && sends(first) : [...this.form.elements].filter((other) => other.type === 'text').length === 1;
}
