// Passkeys: hands the browser the question that the page carries, and puts its answer into the page's form. What needs
// no passkey works without this.
'use strict';
(() => {
  if (!window.PublicKeyCredential) return;

  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const listed = (ids = []) => ids.map((one) => ({ ...one, id: bytes(one.id) }));

  const asked = async ({ publicKey }) => {
    const question = { ...publicKey, challenge: bytes(publicKey.challenge) };
    if (publicKey.user) {
      question.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
      question.excludeCredentials = listed(publicKey.excludeCredentials);
      return navigator.credentials.create({ publicKey: question });
    }
    question.allowCredentials = listed(publicKey.allowCredentials);
    return navigator.credentials.get({ publicKey: question });
  };

  const answered = ({ id, rawId, type, response }) => {
    const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
    const told = parts.filter((part) => response[part]).map((part) => [part, text(response[part])]);
    return JSON.stringify({ id, rawId: text(rawId), type, response: Object.fromEntries(told), extensions: {} });
  };

  const ask = async (place) => {
    const form = place.closest('form');
    const sentences = place.querySelectorAll('[data-cancelled], [data-known]');
    for (const sentence of sentences) sentence.hidden = true;
    try {
      place.querySelector('[data-answer]').value = answered(await asked(JSON.parse(place.dataset.question)));
    } catch (error) {
      // InvalidStateError: the authenticator has one of those that are not wanted twice.
      const told = error.name === 'InvalidStateError' ? '[data-known]' : '[data-cancelled]';
      (place.querySelector(told) ?? sentences[0]).hidden = false;
      return;
    }
    // What the form wants besides is there already: the server has seen it.
    form.noValidate = true;
    form.requestSubmit(form.querySelector('button.go:not([type=button])') ?? undefined);
  };

  for (const place of document.querySelectorAll('[data-passkey]')) {
    place.hidden = false;
    if (place.dataset.question) {
      place.querySelector('[data-again]')?.addEventListener('click', () => ask(place));
      ask(place);
    }
  }
})();
