// The desk works without this. With it: j and k walk through a list, Enter opens, e edits, r rejects, z goes to the history;
// a selection in the text fills the form that adds a finding; what went wrong gets the focus.
const typing = (t) => t.closest("input, textarea, select, [contenteditable]");
const items = () => [...document.querySelectorAll("[data-item] a[href]:first-of-type")].filter((a) => a.matches("[data-item] :is(h2, h3, .edit, span) a, [data-item] > a, a.edit"));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const all = items();
  const at = all.indexOf(document.activeElement);
  const go = (selector) => { const target = document.querySelector(selector); if (target) { event.preventDefault(); target.focus(); } };
  if (event.key === "j" || event.key === "k") {
    const next = all[Math.max(0, Math.min(all.length - 1, at + (event.key === "j" ? 1 : -1)))];
    if (next) { event.preventDefault(); next.focus(); }
  } else if (event.key === "e") go("[data-key=e]");
  else if (event.key === "r") go("[data-key=r]");
  else if (event.key === "z") location.assign("/desk/history");
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
    const shown = field("selected");
    if (shown) shown.textContent = words;
  });
}
document.getElementById("faults")?.focus();
