# What the cells below need, in plain Python: how numbers are shown, derivatives, draws at random and trainings.
import functools
import math
import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

SETTINGS = {"decimals": 5, "cut_off": False, "seed": 1}  # what this lesson says
NOTEBOOK = globals()  # numbers live here under their names; a family is a dict: W[1, 2]
FORMULAS, DRAWN, PASSES, TAPE, GUARDS, TRACING, COMPILED, RECORDS = {}, {}, [0], [], [], [], {}, {}

# --- How numbers are shown
def shortened(number, count, cut_off=False):
    """A decimal with at most so many significant digits."""
    unit = Decimal(1).scaleb(number.adjusted() + 1 - count)
    return number.quantize(unit, ROUND_DOWN if cut_off else ROUND_HALF_UP).normalize()
def written(number, count=0):
    """A decimal with at least so many significant digits: plain, or with an exponent where it is small or large."""
    if not number:
        return "0"
    number, place = number.normalize(), number.adjusted() + 1
    if -3 <= place <= 15:
        decimals = max(0, count - place, -number.as_tuple().exponent)
        return f"{number:.{decimals}f}"
    digits = "".join(map(str, number.as_tuple().digits)).ljust(count, "0")
    mantissa = digits[0] + ("." + digits[1:] if digits[1:] else "")
    return f"{'-' if number < 0 else ''}{mantissa}e{place - 1:+03d}"
def digits(value, noise=False):
    """The digits of a number as the lesson shows them; with noise, 0 for what binary arithmetic leaves of it."""
    value, decimals, cut_off = float(value), SETTINGS["decimals"], SETTINGS["cut_off"]
    if value == 0 or (noise and abs(value) < 1e-12):
        return "0"
    exact = Decimal(repr(value))
    whole, number = shortened(exact, 15), shortened(exact, 14)
    is_large = whole.adjusted() >= 15
    if not is_large and (whole == whole.to_integral_value() or -number.as_tuple().exponent <= decimals):
        return written(whole if whole == whole.to_integral_value() else number)
    if not is_large:
        fixed = number.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN if cut_off else ROUND_HALF_UP)
        if fixed and fixed.adjusted() + 1 + decimals >= 3:
            return written(fixed, fixed.adjusted() + 1 + decimals)
    count = min(max(decimals, 2) + 1 if is_large else 3, 14)
    kept = shortened(number, count, cut_off)
    return written(kept, 0 if len(number.as_tuple().digits) < count else count)
def show(*labels_and_numbers, noise=False):
    """Prints numbers under their names, a line each."""
    for label, number in zip(labels_and_numbers[::2], labels_and_numbers[1::2]):
        print(label, "=", digits(number, noise))
def table(header, rows, noise=False):
    """Prints rows of numbers under their heads."""
    for row in [header] * bool(header) + list(rows):
        print("  ".join(cell if isinstance(cell, str) else digits(cell, noise) for cell in row))
def check(label, number, printed, tolerance=None, slip=False):
    """Holds a number against what a lecture prints: it is met when rounding it or cutting it off gives that."""
    near, wanted = shortened(Decimal(repr(float(number))), 14) if number else Decimal(0), Decimal(printed)
    unit = Decimal((0, (1,), wanted.as_tuple().exponent))
    is_near = abs(number - float(printed)) <= 1e-9*max(1, abs(float(printed)))
    if tolerance is not None:
        slack = tolerance + 0.5e-13*max(abs(number), abs(float(printed)))
        word = "met" if abs(number - float(printed)) <= slack else None
    elif "." not in printed and "e" not in printed.lower():
        word = "met" if is_near else None
    elif near.quantize(unit, ROUND_HALF_UP) == wanted:
        word = "met"
    elif wanted and near.quantize(unit, ROUND_DOWN) == wanted:
        word = "met, cut off"
    else:  # another library's functions may differ in the last of very many digits
        word = "met" if wanted and abs(number - float(printed)) <= 1e-12*abs(number) else None
    if slip:
        print(f"≠ {label}: printed {printed}, a slip" if word != "met" else f"✗ {label} = {printed} is met")
    else:
        print(f"✓ {label} = {printed} ({word})" if word else f"✗ {label} is not {printed}")

# --- Numbers by their names: "w5" or "W[1,2]"
@functools.cache
def parts(name):
    """The family and the indices of a name, which for a scalar has no indices."""
    family, _, indices = name.partition("[")
    numbers = tuple(map(int, indices[:-1].split(","))) if indices else ()
    return family, numbers[0] if len(numbers) == 1 else numbers
def place(name):
    """Where the number of that name is: a dict and a key in it."""
    family, key = parts(name)
    return (NOTEBOOK, family) if key == () else (NOTEBOOK.setdefault(family, {}), key)
def get(name):
    container, key = place(name)
    return container.get(key)
def put(name, number):
    container, key = place(name)
    container[key] = number
    return number
def given():
    """The names of all numbers that no formula makes."""
    for name, value in list(NOTEBOOK.items()):
        if name not in OWN_NAMES and name[0] != "_":
            if isinstance(value, dict):
                names = [f"{name}[{','.join(map(str, key if isinstance(key, tuple) else [key]))}]" for key in value]
            else:
                names = [name] if isinstance(value, (int, float)) else []
            yield from (name for name in names if name not in FORMULAS)
def formula(name, function):
    """Defines a formula, and works it out."""
    FORMULAS[name] = function
    return put(name, function())
def forward(is_strict=True):
    """Works all formulas out again with the numbers as they now are; what is drawn at each pass is drawn anew."""
    PASSES[0] += 1
    for name, (label, kind, parameters) in DRAWN.items():
        put(name, drawn_number(label, kind, parameters, PASSES[0]))
    for name, function in FORMULAS.items():
        try:
            put(name, function())
        except (ArithmeticError, ValueError):
            if is_strict:
                raise
            put(name, math.nan)

# --- Derivatives: the formulas are run once with nodes in the place of numbers. Each node notes on the tape how it is worked out and
# its derivative by each operand, as Python text; of that a function is made that goes forward once, and back once.
def text(x):
    return x.name if isinstance(x, Node) else repr(x) if x >= 0 else f"({x!r})"
class Node:
    def __init__(self, code, *partials):
        self.name, self.guard = f"v{len(TAPE)}", " and ".join(GUARDS)
        self.code, self.derivative = code, f"d{len(TAPE)}"
        self.partials = [(x, partial.replace("SELF", self.name)) for x, partial in partials if isinstance(x, Node)]
        TAPE.append(self)
    def __add__(a, b): return Node(f"{text(a)} + {text(b)}", (a, "1"), (b, "1"))
    def __radd__(b, a): return Node(f"{text(a)} + {text(b)}", (b, "1"))
    def __sub__(a, b): return Node(f"{text(a)} - {text(b)}", (a, "1"), (b, "-1"))
    def __rsub__(b, a): return Node(f"{text(a)} - {text(b)}", (b, "-1"))
    def __mul__(a, b): return Node(f"{text(a)}*{text(b)}", (a, text(b)), (b, text(a)))
    def __rmul__(b, a): return Node(f"{text(a)}*{text(b)}", (b, text(a)))
    def __truediv__(a, b): return Node(f"{text(a)}/{text(b)}", (a, f"(1/{text(b)})"), (b, f"(-SELF/{text(b)})"))
    def __rtruediv__(b, a): return Node(f"{text(a)}/{text(b)}", (b, f"(-SELF/{text(b)})"))
    def __pow__(a, b): return power(a, b)
    def __rpow__(b, a): return power(a, b)
    def __neg__(a): return Node(f"-{text(a)}", (a, "-1"))
def power(a, b):
    x, y = text(a), text(b)
    return Node(f"{x}**{y}", (a, f"({y}*{x}**({y} - 1) if {y} else 0.0)"), (b, f"(SELF*f_ln({x}) if {x} > 0 else 0.0)"))
def function(value, *partials):
    """A function of numbers that takes nodes as well; its partial derivatives are text of x and a, and y is its value."""
    def of(*operands):
        if not any(isinstance(x, Node) for x in operands):
            return value(*operands)
        letters = dict(zip("xa", map(text, operands)), y="SELF")
        pairs = [(x, "(" + re.sub(r"\b[xay]\b", lambda m: letters[m[0]], p) + ")") for x, p in zip(operands, partials)]
        return Node(f"{value.__name__}({', '.join(map(text, operands))})", *pairs)
    FUNCTIONS[value.__name__] = value
    return of
FUNCTIONS, TINY = {"math": math}, 1e-15  # a number as small as that is 0 where a function bends or jumps
def number_function(name, value, *partials):
    value.__name__ = "f_" + name
    return function(value, *partials)
# exp and its kin by sums and products alone, so that every computer finds the same bits: x = k ln 2 + 2r, tanh(r) by a quotient
def reduced(t):
    k = (t*2.8853900817779268 + 6755399441055744.0) - 6755399441055744.0
    lead, low = t - k*0.34657359027994517, k*2.7489615093541856e-14
    r = lead - low
    square = r*r
    tail = r*square*(square*0.001057419526856693 + 0.11109937969358828) - low
    return int(k), lead, tail, square*(square*0.015868323871026595 + 0.4444327130269159)
def exp_of(x):
    k, lead, tail, rise = reduced(min(max(x*0.5, -373.0), 355.0))
    excess = rise - (lead + tail)
    half = lead + (tail - lead*excess)/(excess + 1)
    return math.ldexp(half + half + 1, k)
def sigmoid_of(x):
    k, lead, tail, rise = reduced(-373.0 if x < -746 else 20.0 if x > 40 else x*0.5)
    power = math.ldexp(rise + (lead + tail) + 1, k)
    return power/(rise - (lead + tail) + power + 1)
def tanh_of(x):
    k, lead, tail, rise = reduced(x if 0 <= x < 22 else -x if -22 < x < 0 else 22.0)
    part, inverse = lead + tail, math.ldexp(0.5, -k)
    excess, h, g = rise - part, 0.5 - inverse, inverse + 0.5
    return math.copysign((h + (h*excess + part))/(g + (g*excess + part)), x)
def ln_of(x):
    if x <= 0:
        raise ValueError(f"ln({x}) has no value")
    fraction, exponent = math.frexp(x)
    if fraction < 0.7071067811865476:
        fraction, exponent = 2*fraction, exponent - 1
    rise = fraction - 1
    s = rise/(rise + 2)
    z = s*s
    z2 = z*z
    c1, c3 = z*0.3999999999941634 + 0.6666666666666734, z*0.22222198609922156 + 0.2857142874202325
    tail = z*(((z2*0.14795489216445837 + (z*0.1531409751554033 + 0.18183562453340762))*z2 + c3)*z2 + c1)
    half = rise*rise*0.5
    small = s*(half + tail) + exponent*5.497923018708371e-14
    return exponent*0.6931471805598903 - ((half - small) - rise)
def difference(x, y):
    """x - y, and what rounding has taken from it."""
    rounded = x - y
    other = rounded - x
    return rounded, (x - (rounded - other)) - (y + other)
def sin_of(x, quarters=0):
    if abs(x) > 1.6e6:
        return (math.cos if quarters else math.sin)(x)
    k = (x*0.6366197723675814 + 6755399441055744.0) - 6755399441055744.0 if abs(x) > 0.7853981633974483 else 0.0
    second, lost = difference(x - k*1.5707963267341256, k*6.077100506303966e-11)
    third, more = difference(second, k*2.0222662487111665e-21)
    lost = (lost + more) - k*8.4784276603689e-32
    r = third + lost
    t, z, turn = (third - r) + lost, r*r, int(k) + quarters
    z2 = z*z
    if turn % 2:
        c0, c2 = 0.041666666666666664 - z*0.0013888888888887393, 2.4801587298760048e-05 - z*2.755731726880539e-07
        c = c0 + z2*(c2 + z2*(2.0876145659059344e-09 - z*1.1382588535352522e-11))
        start = 1 - 0.5*z
        y = start + (((1 - start) - 0.5*z) + (z2*c - r*t))
    else:
        s0, s2 = z*0.008333333333330943 - 0.16666666666666666, z*2.755731609787775e-06 - 0.0001984126983674956
        s = s0 + z2*(s2 + z2*(z*1.591805913698281e-10 - 2.5051130870968297e-08))
        y = r + (r*z*s + t*(1 - 0.5*z))
    return -y if turn & 2 else y
def cos_of(x):
    return sin_of(x, 1)
exp = number_function("exp", exp_of, "y")
ln = log = number_function("ln", ln_of, "1/x")
log2 = number_function("log2", lambda x: math.log2(x), "1/(x*math.log(2))")
log10 = number_function("log10", lambda x: math.log10(x), "1/(x*math.log(10))")
sqrt = number_function("sqrt", lambda x: math.sqrt(0.0 if -TINY < x < 0 else x), "0.5/y")
magnitude = number_function("magnitude", lambda x: abs(x), "f_sign(x)")
sign = number_function("sign", lambda x: float((x > TINY) - (x < -TINY)), "0.0")
sin = number_function("sin", sin_of, "cos_of(x)")
cos = number_function("cos", cos_of, "-sin_of(x)")
FUNCTIONS.update(sin_of=sin_of, cos_of=cos_of)
tan = number_function("tan", lambda x: math.tan(x), "1 + y*y")
tanh = number_function("tanh", tanh_of, "1 - y*y")
arctan = number_function("arctan", lambda x: math.atan(x), "1/(1 + x*x)")
sinh = number_function("sinh", lambda x: math.sinh(x), "math.cosh(x)")
cosh = number_function("cosh", lambda x: math.cosh(x), "math.sinh(x)")
sigmoid = number_function("sigmoid", sigmoid_of, "y*(1 - y)")
softplus = number_function("softplus", lambda x: max(x, 0.0) + math.log1p(math.exp(-abs(x))), "f_sigmoid(x)")
relu = number_function("relu", lambda x: max(x, 0.0), "1.0 if x >= -TINY else 0.0")
leaky_relu = number_function("leak", lambda x, a=0.1: x if x >= 0 else a*x, "1.0 if x >= -TINY else a", "0.0 if x >= -TINY else x")
elu = number_function("elu", lambda x, a=1: x if x >= 0 else a*math.expm1(x), "1.0 if x >= -TINY else a*math.exp(x)",
                      "0.0 if x >= -TINY else math.expm1(x)")
step = number_function("step", lambda x: 1.0 if x >= -TINY else 0.0, "0.0")
erf = number_function("erf", lambda x: math.erf(x), "2/math.sqrt(math.pi)*math.exp(-x*x)")
gelu = number_function("gelu", lambda x: x*0.5*math.erfc(-x*math.sqrt(0.5)),
                       "0.5*math.erfc(-x*math.sqrt(0.5)) + x*math.exp(-x*x/2)/math.sqrt(2*math.pi)")
floor = number_function("floor", lambda x: float(round(x) if abs(x - round(x)) < 1e-14*max(1, abs(x)) else math.floor(x)), "0.0")
factorial = number_function("factorial", lambda x: float(math.factorial(round(x))), "0.0")
FUNCTIONS["TINY"] = TINY
def extreme(builtin, xs):
    if not any(isinstance(x, Node) for x in xs):
        return builtin(xs)
    listed = ", ".join(map(text, xs))
    return Node(f"{builtin.__name__}({listed})", *[(x, f"(1.0 if ({listed}).index(SELF) == {i} else 0.0)") for i, x in enumerate(xs)])
def largest(*xs): return extreme(max, xs)  # the first of equal ones takes the derivative
def smallest(*xs): return extreme(min, xs)
def shift(xs): return Node(largest(*xs).name) if any(isinstance(x, Node) for x in xs) else max(xs)  # has no part in derivatives
def chain(first, *rest):
    """first + a - b …, worked out from left to right."""
    for sign, x in zip(rest[::2], rest[1::2]):
        first = first + x if sign == "+" else first - x if sign == "-" else first*x if sign == "*" else first/x
    return first
def softmax(x, *xs):
    top, first, *others = shift(xs), *xs
    return exp(x - top)/chain(exp(first - top), *[part for a in others for part in ("+", exp(a - top))])
def logsumexp(*xs):
    top, first, *others = shift(xs), *xs
    return top + ln(chain(exp(first - top), *[part for a in others for part in ("+", exp(a - top))]))
def compared(a, sign, b):
    """Whether a < b and the like; numbers that differ only by what binary arithmetic leaves are equal."""
    is_tie = a == b or abs(a - b) <= 1e-14*max(abs(a), abs(b))
    return is_tie if sign == "==" else not is_tie if sign == "!=" else (sign[1:] == "=") if is_tie else (a < b) == (sign[0] == "<")
def compare(a, sign, b):
    if isinstance(a, Node) or isinstance(b, Node):
        return Node(f"compared({text(a)}, {sign!r}, {text(b)})")
    return compared(a, sign, b)
def both(*xs): return Node(f"all(({', '.join(c if isinstance(c, str) else text(c) for c in xs)},))") if any(isinstance(x, Node) for x in xs) else all(xs)
def either(*xs): return Node(f"any(({', '.join(map(text, xs))},))") if any(isinstance(x, Node) for x in xs) else any(xs)
def isnt(x): return Node(f"not {x.name}") if isinstance(x, Node) else not x
FUNCTIONS["compared"] = compared
def choose(condition, then, otherwise):
    """then() if the condition holds, else otherwise(); of the two only the one that is taken is worked out."""
    if not isinstance(condition, Node):
        return then() if condition else otherwise()
    branches = []
    for guard, branch in ((condition.name, then), (f"not {condition.name}", otherwise)):
        GUARDS.append(guard)
        branches.append(branch())
        GUARDS.pop()
    (a, b), c = branches, condition.name
    return Node(f"{text(a)} if {c} else {text(b)}", (a, f"(1.0 if {c} else 0.0)"), (b, f"(0.0 if {c} else 1.0)"))
def pick(family, *indices):
    """The element of a family whose indices are looked up."""
    if not any(isinstance(i, Node) for i in indices):
        return family[tuple(map(round, indices)) if len(indices) > 1 else round(indices[0])]
    index = ", ".join(f"round({text(i)})" for i in indices)
    index = f"({index})" if len(indices) > 1 else index
    pairs = [(x, f"(1.0 if {index} == {key!r} else 0.0)") for key, x in family.items()]
    return Node("{" + ", ".join(f"{key!r}: {text(x)}" for key, x in family.items()) + "}[" + index + "]", *pairs)

def traced(output, is_link=False):
    """The node of an output, and the nodes of all names; of a single link all names in it are given."""
    TAPE.clear()
    TRACING.append(output)
    before, nodes, held = {name: get(name) for name in [*given(), *FORMULAS]}, {}, set()
    try:
        for name in before:
            if name not in FORMULAS or is_link:
                nodes[name] = put(name, Node(""))
        for name, function in [] if is_link else FORMULAS.items():
            node = function()
            if not isinstance(node, Node) or node.code == "" or node in held:
                node = Node(text(node), (node, "1"))
            held.add(node)
            nodes[name] = put(name, node)
            if name == output:
                break
        top = nodes[output] if isinstance(output, str) and not is_link else (FORMULAS[output] if is_link else output)()
    finally:
        TRACING.pop()
        for name, number in before.items():
            put(name, number)
    return (top if isinstance(top, Node) else Node(text(top))), nodes
def compiled(top, nodes, wanted):
    """A function of the numbers of the given names that it returns, to the output and its derivatives by the wanted names."""
    needed, waiting = set(), [top]
    while waiting:
        node = waiting.pop()
        if node not in needed:
            needed.add(node)
            waiting += [TAPE[int(name[1:])] for name in re.findall(r"\bv\d+\b", node.code + " " + node.guard)]
    order = [node for node in TAPE if node in needed]
    inputs = [name for name, node in nodes.items() if node.code == "" and node in needed]
    active = {nodes[name] for name in wanted if name in nodes}
    for node in order:
        if any(x in active for x, _ in node.partials):
            active.add(node)
    lines = ["def run(numbers):"]
    if inputs:
        lines.append("".join(nodes[name].name + ", " for name in inputs) + "= numbers")
    when = lambda node: f"if {node.guard}: " if node.guard else ""
    lines += [f"{when(node)}{node.name} = {node.code}" for node in order if node.code]
    if wanted:
        lines.append(" = ".join([node.derivative for node in order if node in active] + ["d_other = 0.0"]))
        lines.append(f"{top.derivative} = 1.0")
        for node in reversed(order):
            for x, partial in node.partials if node in active else []:
                change = {"1": "+= " + node.derivative, "-1": "-= " + node.derivative}.get(partial, f"+= {node.derivative}*{partial}")
                lines += [f"{when(node)}{x.derivative} {change}"] * (x in active)
    slopes = [nodes[name].derivative if name in nodes and nodes[name] in needed else "0.0" for name in wanted]
    lines.append(f"return {top.name}, [{', '.join(slopes)}]")
    space = dict(FUNCTIONS)
    exec("\n ".join(lines), space)
    return space["run"], inputs
def derivatives(output):
    """The derivatives of an output by all names, at the current numbers."""
    key = output if isinstance(output, (str, tuple)) else output.__code__
    if key not in COMPILED:
        top, nodes = traced(output[0], is_link=True) if isinstance(output, tuple) else traced(output)
        COMPILED[key] = *compiled(top, nodes, list(nodes)), list(nodes)
    run, inputs, names = COMPILED[key]
    return dict(zip(names, run([get(name) for name in inputs])[1]))
def derivative(output, name):
    """The derivative through all formulas between the two."""
    return Node("math.nan") if TRACING else derivatives(output).get(name, 0.0)
def local(output, name):
    """The derivative of one link: every other name is held fixed."""
    return Node("math.nan") if TRACING else derivatives((output,)).get(name, 0.0)

# --- Numbers drawn at random: Philox4x32-10 (Salmon and others, SC'11), keyed by the name, counted by the pass
def philox(key, counter):
    x, k, seed = [counter & 0xFFFFFFFF, counter >> 32], [key & 0xFFFFFFFF, key >> 32], SETTINGS["seed"] % 2**64
    x += [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        a, b = 0xD2511F53*x[0], 0xCD9E8D57*x[2]
        x = [(b >> 32) ^ x[1] ^ k[0], b & 0xFFFFFFFF, (a >> 32) ^ x[3] ^ k[1], a & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return x[1] << 32 | x[0], x[3] << 32 | x[2]
def key_of(name):
    key = 0xCBF29CE484222325  # FNV-1a
    for byte in name.encode():
        key = (key ^ byte)*0x100000001B3 % 2**64
    return key
def drawn_number(label, kind, parameters, count=0):
    first, second = philox(key_of(label), count)
    fraction = (first >> 11)*2.0**-53
    if kind == "bernoulli":
        return float(fraction < parameters[0])
    if kind == "uniform":
        return min(parameters[0] + (parameters[1] - parameters[0])*fraction, parameters[1])
    quarters = round(4*(second >> 11)*2.0**-53)
    angle = 2*math.pi*((second >> 11)*2.0**-53 - quarters/4)
    turned = [cos_of, lambda a: -sin_of(a), lambda a: -cos_of(a), sin_of, cos_of][quarters](angle)
    return parameters[0] + parameters[1]*(math.sqrt(-2*ln_of(((first >> 11) + 1)*2.0**-53))*turned)
def draw(kind, *parameters, names, labels=None, each_pass=False):
    """Draws numbers under their names; those of inputs are drawn anew at each pass."""
    for name, label in zip(names, labels or names):
        put(name, drawn_number(label, kind, parameters, PASSES[0] if each_pass else 0))
        if each_pass:
            DRAWN[name] = (label, kind, parameters)
def shuffled(count, key, counter):
    """The numbers from 0 below count in a random order (Durstenfeld, 1964), by draws without bias (Lemire, 2019)."""
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        while True:
            product = philox(key, counter[0])[0]*(last + 1)
            counter[0] += 1
            if product % 2**64 >= 2**64 % (last + 1):
                break
        other = product >> 64
        order[last], order[other] = order[other], order[last]
    return order

# --- Rows of data, tables and trainings
def at(points, names, function):
    """What a function gives at each point, with all formulas worked out there; afterwards all is as it was."""
    before = {name: get(name) for name in [*given(), *FORMULAS, *names]}
    passes, drawn = PASSES[0], dict(DRAWN)
    for name in names:
        DRAWN.pop(name, None)
    try:
        for point in points:
            for name, number in zip(names, point):
                put(name, number)
            forward(is_strict=False)
            yield function()
    finally:
        for name, number in before.items():
            if number is None:
                del place(name)[0][place(name)[1]]
            else:
                put(name, number)
        PASSES[0] = passes
        DRAWN.clear()
        DRAWN.update(drawn)
def over(data, names, kind, function):
    """The sum, mean, max or min of a function over the rows."""
    values = list(at([[row[name] for name in names] for row in data], names, function))
    return {"sum": sum, "mean": lambda v: plain_sum(v)/len(v), "max": max, "min": min}[kind](values) if kind != "sum" else plain_sum(values)
def slope_over(data, names, kind, output, by):
    """The derivative of the sum, mean, max or min of an output over the rows."""
    value = (lambda: get(output)) if isinstance(output, str) else output
    pairs = list(at([[row[name] for name in names] for row in data], names, lambda: (value(), derivative(output, by))))
    slopes = [slope for _, slope in pairs]
    if kind in ("sum", "mean"):
        return plain_sum(slopes)/(len(slopes) if kind == "mean" else 1)
    return {"max": max, "min": min}[kind](pairs, key=lambda pair: pair[0])[1]
def plain_sum(values):
    total = 0.0
    for value in values:  # the built-in sum compensates for rounding
        total += value
    return total
def rows(data, names):
    """Sets the names row by row, and counts the rows; at the end the names get their numbers back."""
    before, drawn = [get(name) for name in names], {name: DRAWN.pop(name) for name in names if name in DRAWN}
    for count, row in enumerate(data, 1):
        for name in names:
            put(name, row[name])
        yield count
    for name, number in zip(names, before):
        put(name, number)
    DRAWN.update(drawn)
def record(header, *numbers):
    RECORDS.setdefault(header, []).append(numbers)
def show_records(first=90, last=10, noise=False):
    for header, kept in RECORDS.items():
        table([header], kept if len(kept) <= first + last else kept[:first] + kept[-last:], noise)
    RECORDS.clear()
def tidied(number, term):
    """The decimal of ten digits for which a number stands that was made of a term: 0.3 for 0.1 + 0.2."""
    rounded = float(f"{number:.10g}")
    if number == rounded or abs(number - rounded) > 1e-13*abs(number):
        return 0.0 if abs(number) <= 1e-14*abs(term) else number
    return rounded if abs(number - rounded) <= 1e-14*max(abs(number), abs(term)) else number
class Optimizer:
    """Steps by a rule, with what the rule keeps of each param between the steps."""
    def __init__(self, rule, *start):
        self.rule, self.start, self.kept = rule, start, {}
    def step(self, names, numbers, slopes, epoch=None):
        """The new numbers of params, by their numbers and the derivatives of the cost."""
        extra = {"epoch": epoch} if "epoch" in self.rule.__code__.co_varnames else {}
        changed = []
        for name, number, slope in zip(names, numbers, slopes):
            count, state = self.kept.get(name, (0, self.start))
            new, *state = self.rule(number, slope, count + 1, *state, **extra)
            self.kept[name] = count + 1, state
            changed.append(tidied(new, number))
        return changed
    def forget(self, names):
        for name in names:
            self.kept.pop(name, None)
def clipped(slopes, bound):
    """Derivatives whose norm is at most the bound."""
    norm = math.sqrt(plain_sum([slope*slope for slope in slopes]))
    return [slope*(bound/norm) for slope in slopes] if norm > bound else slopes
def update(cost, params, optimizer, clip=None, slopes=None, epoch=None):
    """One step: all derivatives first, then all changes."""
    if slopes is None:
        known = derivatives(cost)
        slopes = [known.get(name, 0.0) for name in params]
    slopes = clipped(slopes, clip) if clip else slopes
    for name, number in zip(params, optimizer.step(params, [get(name) for name in params], slopes, epoch)):
        put(name, number)
class RowNumbers:
    """What a compiled function is given: the numbers as they are, and in their midst the params and those of a row."""
    def __init__(self, names, params, columns):
        self.columns = [(names.index(name), name) for name in columns if name in names]
        self.drawn = [(names.index(name), *DRAWN[name]) for name in DRAWN if name in names and name not in columns]
        self.params = [(names.index(name), index) for index, name in enumerate(params) if name in names]
        self.numbers = [get(name) for name in names]
    def learn(self, params):
        for index, param in self.params:
            self.numbers[index] = params[param]
    def at(self, row):
        PASSES[0] += 1
        for index, name in self.columns:
            self.numbers[index] = row[name]
        for index, label, kind, parameters in self.drawn:
            self.numbers[index] = drawn_number(label, kind, parameters, PASSES[0])
        return self.numbers
def added(one, other):
    return [a + b for a, b in zip(one, other)]
def lanes_sum(rows):
    """The sum of rows of derivatives as processors form it: every eighth row after the other, then the eight by halves."""
    lanes = [functools.reduce(added, rows[lane::8]) for lane in range(min(8, len(rows)))]
    zeros = [0.0]*len(rows[0])
    lanes += [zeros]*(8 - len(lanes))
    while len(lanes) > 1:
        half = len(lanes)//2
        lanes = [added(one, other) for one, other in zip(lanes[:half], lanes[half:])]
    return lanes[0]
def train(cost, params, optimizer, epochs, data=None, data_name="", columns=(), batch=None, total=False, accumulate=1, clip=None,
          shuffle=False, validation=None, validation_columns=(), patience=None, until=None, report=()):
    """Trains epoch after epoch. Gives the losses behind the epochs that are asked for, the last epoch, and the best one."""
    key = (cost, *params)
    if key not in COMPILED:
        top, nodes = traced(cost)
        COMPILED[key] = compiled(top, nodes, params), compiled(top, nodes, [])
    (run, inputs), (value, value_inputs) = COMPILED[key]
    passes, order_key, counter = PASSES[0], key_of(f"train {data_name} {PASSES[0]}"), [0]
    data = [{}] if data is None else data
    count, batch, numbers = len(data), batch or len(data), [get(name) for name in params]
    learned, shown = RowNumbers(inputs, params, columns), RowNumbers(value_inputs, params, columns)
    held_out = RowNumbers(value_inputs, params, validation_columns)
    def loss(given, rows):
        before = PASSES[0]
        given.learn(numbers)
        values = [value(given.at(row))[0] for row in rows]
        PASSES[0] = before
        return plain_sum(values)/(1 if total else len(values))
    losses, best, epoch = {}, (math.inf, 0, []), 0
    for epoch in range(1, epochs + 1):
        order = shuffled(count, order_key, counter) if shuffle else range(count)
        sums, batches = [0.0]*len(params), 0
        for start in range(0, count, batch):
            part, slopes = order[start:start + batch], [0.0]*len(params)
            learned.learn(numbers)
            for block in range(0, len(part), 512):
                slopes = added(slopes, lanes_sum([run(learned.at(data[index]))[1] for index in part[block:block + 512]]))
            sums = [a + b/(1 if total else len(part)) for a, b in zip(sums, slopes)]
            batches += 1
            if batches == accumulate or start + batch >= count:
                means = [slope/batches for slope in sums]
                numbers = optimizer.step(params, numbers, clipped(means, clip) if clip else means, epoch)
                sums, batches = [0.0]*len(params), 0
        if epoch in report or until is not None:
            losses[epoch] = loss(shown, data)
        if validation is not None and (validated := loss(held_out, validation)) < best[0]:
            best = (validated, epoch, numbers)
        if until is not None:
            for name, number in zip([cost, *params], [losses[epoch], *numbers]):
                put(name, number)
            if until():
                break
        if patience and epoch - best[1] >= patience:
            break
    for name, number in zip(params, best[2] if patience else numbers):
        put(name, number)
    PASSES[0] = passes + epoch*count
    forward()
    return losses, epoch, best[1]
# --- End
OWN_NAMES = {*NOTEBOOK, "OWN_NAMES"}
