// Passkeys: the node says what to ask for, the browser asks the device, and the form around it takes the answer back.
// What a browser cannot do is not shown; every text comes from the page.
const able = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON) && !/^[\d.]+$|:/.test(location.hostname);

for (const part of able ? document.querySelectorAll('[data-passkey]') : []) {
  const form = part.closest('form'), button = part.querySelector('button');
  if (!part.dataset.options && !part.dataset.from) continue;
  part.hidden = false;
  // It is the main way now, and what comes after it another one.
  const others = part.querySelector('.cp-or') ? part.closest('.cp-card').querySelectorAll('button.govuk-button') : [];
  for (const other of others) other.classList.toggle('govuk-button--secondary', other !== button);
  button.addEventListener('click', () => ask(part, form, button));
}
if (able) document.querySelector('#no-passkeys')?.remove();

async function ask(part, form, button) {
  const said = part.querySelector('[role=alert]'), { dataset } = part;
  said.textContent = '';
  button.setAttribute('aria-disabled', 'true');
  try {
    const options = dataset.from ? await fetched(dataset.from, form) : JSON.parse(dataset.options);
    const answer = dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    part.querySelector('input').value = JSON.stringify(answer.toJSON());
    form.requestSubmit();
  } catch (error) {
    said.textContent = error.name === 'InvalidStateError' && dataset.known ? dataset.known : dataset.failed;
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

async function fetched(address, form) {
  const headers = { 'X-Form-Token': form.querySelector('input[name=_token]').value, Accept: 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
