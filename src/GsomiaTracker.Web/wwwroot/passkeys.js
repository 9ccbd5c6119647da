// Makes and uses passkeys: asks the server what to ask the browser, and posts the browser's answer with the form that the button stands in.
const can = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;
for (const button of document.querySelectorAll("[data-passkey]")) {
  if (!can) break;
  button.closest("[data-passkeys]").hidden = false;
  const form = button.form;
  const told = form.querySelector("[role=status]");
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    if (!form.reportValidity()) return;
    try {
      const question = await fetch(button.dataset.question, { method: "POST", body: new FormData(form) });
      if (!question.ok) throw new Error("the server answered " + question.status);
      const asked = await question.json();
      const answer = button.dataset.passkey === "make"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
      form.querySelector("[name=answer]").value = JSON.stringify(answer);
      form.submit();
    } catch (wrong) {
      told.textContent = wrong.name === "NotAllowedError" ? "No passkey was given." : "That did not work: " + wrong.message;
    }
  });
}
