// While an article is pasted it is read: a moment after the last key the server's reading stands under the field. Nothing is kept by it; without this the button leads to the same.
const own = window.trustedTypes?.createPolicy("tracker-page", { createHTML: (text) => text }) ?? { createHTML: (text) => text };
const form = document.querySelector("form[data-live]");
const [place, says] = [document.getElementById("live"), document.getElementById("live-says")];
const [pause, most] = [250, 200_000];
let timer, asking;

async function read() {
  asking?.abort();
  const text = form.elements.text.value;
  if (text.trim().length < 20 || text.length > most) {
    place.hidden = true;
    says.textContent = text.length > most ? "Too long to be read while you type." : "";
    return;
  }
  const mine = (asking = new AbortController());
  const body = new URLSearchParams({ text, "form-token": form.elements["form-token"].value });
  try {
    const answer = await fetch("/desk/add?handler=read", { method: "POST", body, signal: mine.signal, redirect: "error" });
    const words = await answer.text();
    if (mine.signal.aborted) return;
    if (!answer.ok) {
      place.hidden = true;
      says.textContent = answer.status === 422 ? words : [400, 401].includes(answer.status) ? "You are signed out; what you typed is kept in this browser." : `Not read (${answer.status}).`;
      return;
    }
    const page = new DOMParser().parseFromString(own.createHTML(words), "text/html");
    place.replaceChildren(...page.body.childNodes);
    place.hidden = false;
    const count = (id, what) => `${place.querySelector(`#${id}`)?.textContent.match(/\d+/)?.[0] ?? 0} ${what}`;
    says.textContent = `Read: ${count("fe", "events")}, ${count("fp", "positions")}, ${count("fo", "officials")}. It stands below.`;
  } catch {
    if (!mine.signal.aborted) says.textContent = "Not read: no connection.";
  }
}

form.addEventListener("input", (event) => {
  if (event.target !== form.elements.text) return;
  clearTimeout(timer);
  timer = setTimeout(read, pause);
});
// What was put back from before a lost session.
addEventListener("load", () => { if (form.elements.text.value) read(); });
