// Passkeys: asks the server for a challenge, lets the browser sign it, and sends the form with the answer.
// A form that takes part names the address of its challenge (data-challenge) and what is done: data-act="make" or "use".

const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), one => one.charCodeAt(0))
const toText = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const named = one => ({ ...one, id: toBytes(one.id) })

function forMaking (options) {
  return {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials || []).map(named)
  }
}

function forUsing (options) {
  return { ...options, challenge: toBytes(options.challenge), allowCredentials: (options.allowCredentials || []).map(named) }
}

function answerOf (credential) {
  const { response } = credential
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
  const sent = parts.filter(part => response[part]).map(part => [part, toText(response[part])])
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(sent)
  }
}

async function challenge (form) {
  const answer = await fetch(form.dataset.challenge, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } })
  const told = await answer.json()
  if (!answer.ok) throw new Error(told.problems.join(' '))
  return told.options
}

async function run (form) {
  const options = await challenge(form)
  const credential = form.dataset.act === 'make'
    ? await navigator.credentials.create({ publicKey: forMaking(options) })
    : await navigator.credentials.get({ publicKey: forUsing(options) })
  form.elements.credential.value = JSON.stringify(answerOf(credential))
  form.submit()
}

function tell (form, error) {
  const place = form.querySelector('[data-told]')
  // The browser's own errors speak the browser's language; ours come from the server.
  place.textContent = error instanceof DOMException ? place.dataset.told : error.message
  place.hidden = false
}

for (const form of document.querySelectorAll('form[data-challenge]')) {
  form.hidden = !window.PublicKeyCredential
  form.addEventListener('submit', event => {
    event.preventDefault()
    run(form).catch(error => tell(form, error))
  })
}
