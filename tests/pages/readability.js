// Prints {file, body} a line for each page: what Readability.js takes for its article, a line a block.
const fs = require("node:fs");
const { JSDOM, VirtualConsole } = require("jsdom");
const { Readability } = require("@mozilla/readability");
const block = /^(P|DIV|H[1-6]|LI|BR|SECTION|FIGCAPTION|BLOCKQUOTE|TD|TR|UL|OL|PRE|ARTICLE)$/;

function text(node) {
  let out = "";
  for (const child of node.childNodes) {
    if (child.nodeType === 3) out += child.data;
    else if (child.nodeType === 1) out += block.test(child.tagName) ? `\n${text(child)}\n` : text(child);
  }
  return out;
}

for (const file of process.argv.slice(2)) {
  const page = new JSDOM(fs.readFileSync(file, "utf8"), { url: "https://example.org/a", virtualConsole: new VirtualConsole() });
  const article = new Readability(page.window.document).parse();
  const body = article ? text(new JSDOM(article.content).window.document.body) : "";
  console.log(JSON.stringify({ file, body: body.replace(/[ \t]+/g, " ").replace(/\s*\n\s*/g, "\n").trim() }));
}
