"""What a number on a page is, and the text of each format as a reader has it.

A number is a run of ASCII digits with at most one point, and an exponent where it has one. It has a sign where a minus stands
directly before it and nothing before that which one could subtract from. Raised digits are numbers of their own, and so are ½ (1 and
2) and its like. Digits that belong to a word are none: w5, out_h1, S0.
"""
import html
import json
import re
import subprocess
import unicodedata

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
FRACTIONS = {c: unicodedata.numeric(c) for c in "½⅓⅔¼¾⅕⅛"}
LETTER = r"[^\W\d⁰¹²³⁴⁵⁶⁷⁸⁹½⅓⅔¼¾⅕⅛]"
TOKEN = re.compile(
    rf"(?P<word>{LETTER}(?:{LETTER}|[0-9₀-₉]|[̀-ͯ])*)"
    r"|(?P<number>(?:[0-9]+(?:\.[0-9]+)?|(?<!\.)\.[0-9]+)(?:[eE][-−+]?[0-9]+(?![0-9A-Za-z_]))?)"
    r"|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<fraction>[½⅓⅔¼¾⅕⅛])")
# What stands before a minus that takes away.
OPERAND_END = re.compile(r"[\w)\]}|⁰¹²³⁴⁵⁶⁷⁸⁹½%]")


class Number:
    """Digits, and whether a minus belongs to them: "yes", "no", or "perhaps" where it may as well take away."""

    __slots__ = ("digits", "sign", "place")

    def __init__(self, digits, sign, place):
        self.digits, self.sign, self.place = digits, sign, place

    def __repr__(self):
        return {"yes": "−", "no": "", "perhaps": "(−)"}[self.sign] + self.digits

    def is_met_by(self, other):
        return self.digits == other.digits and (self.sign == other.sign or "perhaps" in (self.sign, other.sign))


def numbers(text):
    """The numbers of a text, in order."""
    found = []
    for match in TOKEN.finditer(text):
        kind, written, place = match.lastgroup, match[0], match.start()
        if kind == "number":
            found.append(Number(canonical(written), sign_before(text, place), place))
        elif kind == "raised":
            plain = written.translate(RAISED)
            found.append(Number(plain.lstrip("-+"), "yes" if plain[0] == "-" else "no", place))
        elif kind == "fraction":
            top, bottom = unicodedata.normalize("NFKC", written).split("⁄")
            found += [Number(top, "no", place), Number(bottom, "no", place)]
    return found


def canonical(written):
    mantissa, *exponent = re.split("[eE]", written)
    return mantissa + "".join("e" + str(int(digits.replace("−", "-"))) for digits in exponent)


def sign_before(text, place):
    if place == 0 or text[place - 1] not in "-−":
        # A minus that takes away stands apart.
        return "no"
    before = text[place - 2] if place > 1 else "\n"
    if OPERAND_END.match(before):
        return "no"
    if before == "\n":
        return "yes"
    line = text[text.rfind("\n", 0, place) + 1:place - 1]
    return "perhaps" if before == " " and OPERAND_END.match(line.rstrip()[-1:] or "\n") and "  " not in line[-2:] else "yes"


def line_of(text, place):
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return text.count("\n", 0, place) + 1, text[start:end if end >= 0 else len(text)].strip()


def first_missing(wanted, given):
    """The first number that is not met in order, whatever stands between; `None` where all are."""
    at = 0
    for number in wanted:
        while at < len(given) and not number.is_met_by(given[at]):
            at += 1
        if at == len(given):
            return number
        at += 1
    return None


def without_comments(transcript, listed):
    """The numbers of a transcript that are none of a comment beside or above a line of a cell, and those that are."""
    spans = [match.span(1) for match in re.finditer(r"^    +(?:.*?  +)?(# .*)$", transcript, re.M)]
    is_of_comment = [any(start <= number.place < end for start, end in spans) for number in listed]
    return [n for n, it in zip(listed, is_of_comment) if not it], [n for n, it in zip(listed, is_of_comment) if it]


# --- The text of a format


def of_json(text):
    """The trace in the order of the page: a picture from top to bottom, and the answers of questions behind all parts."""
    trace, answers = json.loads(text), []
    pieces = [read(trace["title"])]
    settings = trace["settings"]
    pieces += [settings.get("variant", ""), read([settings["numbers"], settings["data"]])]
    for part in trace["parts"]:
        if part["part"] == "question":
            answers.append(part["question"])
            pieces.append(asked(part["question"]))
        else:
            pieces.append(read(part.get("block") or part["lines"]))
    return "\n".join(pieces + [answered(question) for question in answers])


def asked(question):
    answer = question["answer"]
    said = [choice["text"] for choice in answer.get("choices", [])] or answer.get("tolerance") or answer["digits"]
    return f"{question['number']}\n{read(question['text'])}\n{read(said)}"


def answered(question):
    answer, hints = question["answer"], question["hints"]
    pieces = [str(question["number"])]
    pieces += [read([choice["text"], choice.get("reason")]) for choice in answer.get("choices", [])]
    pieces += [read([answer.get(key) for key in ("formula", "shown", "accepted", "tolerance")])]
    pieces += [(f"{place} " if len(hints) > 1 else "") + read(hint) for place, hint in enumerate(hints, 1)]
    for mistake in answer.get("mistakes", []):
        pieces += [read([mistake.get("reason"), mistake["formula"], mistake["shown"]])]
    return "\n".join(pieces + [read(question.get("reason"))])


# What stands in a trace and is not shown: the numbers of a formula are in its text.
UNSHOWN = {"numbers", "value", "source", "level", "points", "ends"}


def read(value):
    """The strings and shown numbers in a value of a trace, a line each; running text in one."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        is_running = all(isinstance(each, dict) and each.keys() & RUNNING and "shown" not in each for each in value)
        return ("" if is_running else "\n").join(map(read, value))
    if isinstance(value, tuple):
        return "\n".join(map(read, value))
    if not isinstance(value, dict):
        return "" if value is None or isinstance(value, bool) else str(value)
    if "shown" in value and isinstance(value["shown"], str):
        return value["shown"]
    if "value" in value and len(value) == 1:
        return read(value["value"])
    if "ticks" in value:
        return read([value["label"], value["ticks"]])
    if "vertical" in value:
        return picture(value)
    if value.get("line") == "equation":
        # A comment stands beside the first of the lines.
        subject, sides = value.get("subject"), value["sides"]
        return read((subject, *sides[:1], value.get("comment"), *sides[1:], value.get("remark")))
    if value.get("line") == "network":
        return network(value)
    if "start" in value and "list" in value:
        return "\n".join(f"{number}. {read(item)}" for number, item in enumerate(value["list"], value["start"]))
    # A list of numbers has that name, too, but is no list of values.
    return "\n".join(read(member) for key, member in value.items() if key not in UNSHOWN or isinstance(member, dict))


def picture(value):
    upright, level = value["vertical"], value["horizontal"]
    bounds = value.get("bounds", [])
    pieces = [[curve["label"] for curve in value.get("curves", [])], value.get("label"), list(zip(bounds, bounds[1:]))]
    pieces += [value.get("shades"), value.get("classes"), upright["label"], upright["ticks"][::-1], level["ticks"], level["label"]]
    return read(pieces)


def network(value):
    """How many neurons, weights and biases there are, and then all numbers of the drawing: these are in no order."""
    nodes = value["nodes"]
    layers = [sum(node["layer"] == layer for node in nodes) for layer in sorted({node["layer"] for node in nodes})]
    weights = [c["weight"] for c in value["connections"] if "weight" in c]
    biases = [node["bias"] for node in nodes if "bias" in node]
    counts = layers + [len({weight["formula"]["calc"] for weight in weights}), len({bias["formula"]["calc"] for bias in biases})]
    listed = numbers("\n".join(read(each) for each in nodes + weights))
    return "\n".join(map(str, counts)) + "\n" + in_no_order(listed)


def in_no_order(listed):
    return "\n".join(sorted({"yes": "-"}.get(number.sign, "") + number.digits for number in listed))


def with_drawings_in_no_order(transcript):
    """A transcript whose drawings of networks are their numbers, one behind the other, as those of a trace."""
    blocks = transcript.split("\n\n")
    for place, block in enumerate(blocks[:-1]):
        if re.match(r" +\d+ inputs?, then (a )?layers? of ", block):
            drawing = blocks[place + 1]
            blocks[place + 1] = in_no_order(numbers(drawing)).replace("\n", " ") + "\n" * drawing.count("\n")
    return "\n\n".join(blocks)


RUNNING = {"text", "emphasis", "strong", "code", "link", "break", "value", "words"}


def of_markdown(text):
    """The source, without the backslashes before punctuation, and without what sets digits upright."""
    text = re.sub(r"\\(?:text|mathrm|mathit)\{([-0-9.e]+)\}", r"\1", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+\-.!<>|~$&:])", r"\1", html.unescape(text))


def of_notebook(text):
    """The cells and their stored outputs."""
    pieces = []
    for cell in json.loads(text)["cells"]:
        source = "".join(cell["source"])
        pieces.append(of_markdown(source) if cell["cell_type"] == "markdown" else source)
        for output in cell.get("outputs", []):
            pieces.append("".join(output.get("text", output.get("data", {}).get("text/plain", []))))
    return "\n".join(pieces)


def of_pdf(path):
    """What a PDF says, in the order in which it was set."""
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return unicodedata.normalize("NFC", done.stdout.decode("utf-8").replace("\f", "\n"))


# Run in the page: its text with a line for each block and cell, raised and divided mathematics as one would type it, and the numbers of
# ordered lists.
OF_HTML = r"""() => {
  const pieces = [];
  const walk = node => {
    if (node.nodeType === Node.TEXT_NODE) { pieces.push(node.data.replace(/\s+/g, " ")); return; }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const name = node.localName, kids = [...node.childNodes];
    if (["script", "style", "template", "title", "desc", "head"].includes(name)) return;
    if (name === "br") { pieces.push("\n"); return; }
    if (name === "pre") { pieces.push("\n", node.textContent, "\n"); return; }
    const parts = [...node.children];
    if (name === "msup" || name === "mover") { walk(parts[0]); pieces.push("^("); walk(parts[1]); pieces.push(")"); return; }
    if (name === "mfrac") { pieces.push("("); walk(parts[0]); pieces.push(")/("); walk(parts[1]); pieces.push(")"); return; }
    if (name === "msqrt") { pieces.push("√("); parts.forEach(walk); pieces.push(")"); return; }
    const style = getComputedStyle(node).display;
    const isBlock = name === "text" || name === "mtd" || !/^(inline|contents|none|math|inline math)/.test(style) &&
      node.namespaceURI === "http://www.w3.org/1999/xhtml" && !node.closest("math");
    if (isBlock) pieces.push("\n");
    if (name === "li" && node.parentElement.localName === "ol") {
      const items = [...node.parentElement.children].filter(e => e.localName === "li");
      pieces.push(String(node.parentElement.start + items.indexOf(node)), ". ");
    }
    kids.forEach(walk);
    if (isBlock) pieces.push("\n");
  };
  walk(document.body);
  return pieces.join("");
}"""
