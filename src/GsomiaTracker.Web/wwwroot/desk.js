// The desk works without this. With it: j and k walk through a list, Enter opens; a accepts, z undoes, e and r go to what edits and rejects (of the item at hand in a list); of an event m, s and x
// go to merging, splitting, explaining; a selection in the text says what it can be added as, n goes there. The keys can be turned off. What was typed into a form outlives a lost session;
// what went wrong gets the focus.
const typing = (t) => t.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const items = () => [...document.querySelectorAll("[data-item] a[href]:first-of-type")].filter((a) => a.matches("[data-item] :is(h2, h3, .edit, span) a, [data-item] > a, a.edit"));
const keysOff = () => localStorage.getItem("keys") === "off";
const key = (name) => [...document.querySelectorAll(`[data-key=${name}]`)].find((t) => !t.disabled);
/** Presses what accepts, does or undoes; goes into the form of what has to be filled in first. */
function use(target) {
  const details = target.closest("details");
  if (details) details.open = true;
  const form = target.matches("summary") ? details.querySelector("form") : target.closest("form.fields");
  const field = target.matches("input, select") ? target : form?.querySelector(":is(input, select, textarea):not([type=hidden])");
  if (field) field.focus();
  else if (target.matches("[data-hold]")) target.focus();
  else target.click();
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || keysOff()) return;
  const all = items();
  const at = all.indexOf(document.activeElement);
  const item = document.activeElement.closest("[data-item]");
  const own = item?.querySelector("a.edit");
  const done = (act) => { event.preventDefault(); if (!event.repeat) act(); };
  if (event.key === "j" || event.key === "k") {
    const next = all[Math.max(0, Math.min(all.length - 1, at + (event.key === "j" ? 1 : -1)))];
    if (next) { event.preventDefault(); next.focus(); }
  } else if (event.key === "a" && item?.querySelector("[data-accept]")) done(() => item.querySelector("[data-accept]").click());
  else if ("er".includes(event.key) && own) done(() => location.assign(own.href + (event.key === "e" ? "#amend" : "#reject")));
  else if ("er".includes(event.key) && item && all.includes(document.activeElement)) done(() => location.assign(document.activeElement.href + (document.activeElement.hash ? "" : event.key === "e" ? "#amend" : "#reject")));
  else if (event.key === "n" && document.querySelector("#pick:not([hidden])")) done(() => document.querySelector("#pick a").focus());
  else if (event.key === "z" && !key("z")) done(() => location.assign("/desk/history"));
  else if ("aerzmsx".includes(event.key) && !(event.key === "a" && item && document.activeElement !== document.body) && key(event.key)) done(() => use(key(event.key)));
});
const turn = document.querySelector("[data-keys]");
if (turn) {
  const word = () => { turn.textContent = keysOff() ? "Turn the keys on" : "Turn the keys off"; };
  turn.hidden = false;
  turn.addEventListener("click", () => { localStorage.setItem("keys", keysOff() ? "on" : "off"); word(); });
  word();
}
if (location.hash === "#amend" || location.hash === "#reject") document.querySelector(`${location.hash} ~ form :is(input:not([type=hidden]), select)`)?.focus();
// What takes much away asks once more.
document.addEventListener("submit", (event) => { if (event.submitter?.dataset.sure && !confirm(event.submitter.dataset.sure)) event.preventDefault(); });
// After an item was accepted one goes on with the next.
document.addEventListener("submit", (event) => {
  const item = event.submitter?.closest("[data-item]");
  if (event.submitter?.matches("[data-accept]") && item) sessionStorage.setItem("desk:next", `${location.pathname} ${items().findIndex((a) => item.contains(a)) + (item.closest("[data-next]") ? 0 : 1)}`);
});
const next = sessionStorage.getItem("desk:next")?.split(" ");
if (next) {
  sessionStorage.removeItem("desk:next");
  if (next[0] === location.pathname) items()[Math.min(Number(next[1]), items().length - 1)]?.focus();
}
// Files go one by one, each with its progress; without this they go in one form.
const upload = document.querySelector("form[data-upload]");
upload?.addEventListener("submit", async (event) => {
  const files = [...upload.querySelector("input[type=file]").files];
  if (files.length === 0) return;
  event.preventDefault();
  const list = document.getElementById("uploads");
  const told = document.getElementById("uploaded");
  const button = upload.querySelector("button");
  button.disabled = true;
  list.replaceChildren();
  let done = 0, taken = 0;
  const rows = files.map((file) => {
    const row = document.createElement("li");
    const bar = Object.assign(document.createElement("progress"), { max: 100, value: 0 });
    bar.setAttribute("aria-label", file.name);
    const says = document.createElement("span");
    row.append(`${file.name} `, bar, " ", says);
    list.append(row);
    return { file, bar, says };
  });
  // What was not taken goes to the head of the list, where nobody misses it.
  const refuse = (says, why) => { says.className = "fault"; says.textContent = why; list.prepend(says.parentNode); };
  const send = ({ file, bar, says }) => new Promise((end) => {
    if (file.size > Number(upload.dataset.most)) {
      bar.remove();
      refuse(says, "it is longer than 1 MiB and was not sent");
      end();
      return;
    }
    const form = new FormData();
    form.append("form-token", upload.elements["form-token"].value);
    form.append("file", file);
    const ask = new XMLHttpRequest();
    ask.upload.addEventListener("progress", (e) => { if (e.lengthComputable) bar.value = (100 * e.loaded) / e.total; });
    ask.addEventListener("loadend", () => {
      let answer = null;
      try { answer = JSON.parse(ask.responseText); } catch { /* said below */ }
      bar.remove();
      if (answer?.draft) {
        taken++;
        says.append(Object.assign(document.createElement("a"), { href: "/desk/add/" + encodeURIComponent(answer.draft), textContent: "taken as a draft" }));
      } else {
        refuse(says, answer?.fault ?? ([400, 401].includes(ask.status) ? "you are signed out; sign in and send it again" : `not sent (${ask.status || "no connection"})`));
      }
      end(answer?.draft);
    });
    ask.open("POST", "/desk/add?handler=file");
    ask.setRequestHeader("Accept", "application/json");
    ask.send(form);
  });
  let draft;
  for (const row of rows) {
    draft = await send(row);
    done++;
    told.textContent = `${done} of ${files.length} done, ${taken} taken${done > taken ? `, ${done - taken} not` : ""}`;
  }
  if (draft && files.length === 1) location.assign("/desk/add/" + encodeURIComponent(draft));
  button.disabled = false;
});
const text = document.querySelector("[data-selectable]");
if (text) {
  const field = (name) => document.getElementById(name);
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    // The references behind marked words are no part of the text.
    const length = (part) => { const copy = part.cloneContents(); copy.querySelectorAll(".ref").forEach((r) => r.remove()); return copy.textContent; };
    const start = length(before).length;
    const words = length(range);
    field("start").value = start;
    field("end").value = start + words.length;
    field("selected").textContent = words;
    const pick = field("pick");
    pick.hidden = words.trim() === "";
    pick.querySelector("q").textContent = words.trim();
    for (const a of pick.querySelectorAll("a")) a.href = `${pick.dataset.add}?start=${start}&end=${start + words.length}&what=${a.dataset.what}`;
  });
}
// What is typed stays in this browser until it is sent and done; never passwords, codes or one-time values.
const store = "desk:" + location.pathname;
const kept = [...document.querySelectorAll("form.fields[method=post] :is(textarea, select, input[type=text], input[type=url])")].filter((f) => f.id && !f.closest("[data-passkeys]") && f.autocomplete !== "one-time-code" && f.autocomplete !== "username" && !f.readOnly);
const sent = sessionStorage.getItem("desk:sent");
// Done: the page says so, or the form led on to another page.
if (sent && (document.querySelector(".note.done") || (sent !== store && document.referrer && "desk:" + new URL(document.referrer).pathname === sent))) {
  localStorage.removeItem(sent);
  sessionStorage.removeItem("desk:sent");
}
if (kept.length) {
  const typed = JSON.parse(localStorage.getItem(store) ?? "{}");
  let restored = 0;
  for (const f of kept) if (typeof typed[f.id] === "string" && f.value !== typed[f.id]) { f.value = typed[f.id]; restored++; }
  if (restored) {
    const told = Object.assign(document.createElement("p"), { className: "note", role: "status", textContent: "What you had typed here before is back in the form. " });
    const away = Object.assign(document.createElement("button"), { type: "button", textContent: "Forget it" });
    away.addEventListener("click", () => { localStorage.removeItem(store); location.reload(); });
    told.append(away);
    document.querySelector("main .title").after(told);
  }
  document.addEventListener("input", (event) => {
    if (!kept.includes(event.target)) return;
    const changed = JSON.stringify(Object.fromEntries(kept.filter((f) => f.value !== (f.tagName === "SELECT" ? [...f.options].find((o) => o.defaultSelected)?.value ?? f.options[0]?.value : f.defaultValue)).map((f) => [f.id, f.value])));
    if (changed.length < 200_000) localStorage.setItem(store, changed);
  });
  document.addEventListener("submit", () => sessionStorage.setItem("desk:sent", store));
}
document.getElementById("faults")?.focus();
